using System.Collections.Concurrent;
using System.Text;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>An API on the loopback interface that answers as a test tells it to, and remembers what it was asked.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private TestApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
    }

    /// <summary>A document with one item, a list of items, a create and a signed webhook, all behind an API key but for the webhook.</summary>
    public static ApiSpec Spec { get; } = Read("""
        {
          "openapi": "3.1.0", "info": { "title": "Items", "version": "1" },
          "security": [{ "key": [] }],
          "paths": {
            "/items": {
              "get": { "parameters": [{ "name": "cursor", "in": "query", "schema": { "type": "string" } }], "responses": { "200": { "description": "A page." } } },
              "post": {
                "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } },
                "responses": { "201": { "description": "Made.", "content": { "application/json": { "schema": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } } } } } }
              }
            },
            "/items/{id}": {
              "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }], "responses": { "200": { "description": "One." }, "404": { "description": "None.", "content": { "application/json": { "schema": { "type": "object", "required": ["code"] } } } } } }
            }
          },
          "components": { "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-API-Key" } } }
        }
        """);

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>Answers the request with this number, 1-based.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, context) => context.Response.WriteAsJsonAsync(new { id = "1" });

    public Uri BaseUrl => new($"{app.Urls.First()}/");

    public static async Task<TestApi> StartAsync(Func<int, HttpContext, Task>? answer = null)
    {
        var api = new TestApi();
        if (answer is not null) api.Answer = answer;
        api.app.Urls.Add("http://127.0.0.1:0");
        api.app.Run(api.HandleAsync);
        await api.app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static ApiSpec Read(string json) => ApiSpecReader.Read(Encoding.UTF8.GetBytes(json), "items.json").Spec!;

    private async Task HandleAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        Requests.Enqueue(new(context.Request.Method, context.Request.GetEncodedPathAndQuery(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
        await Answer(Interlocked.Increment(ref requests), context);
    }

    /// <summary>A request as the API received it.</summary>
    internal sealed record Asked(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body);
}
