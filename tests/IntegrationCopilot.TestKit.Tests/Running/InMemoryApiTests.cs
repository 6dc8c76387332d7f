using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>An application that is hosted in memory is tested like one behind a socket.</summary>
public sealed class InMemoryApiTests
{
    private const string Document = """
        {
          "openapi": "3.1.0", "info": { "title": "Notes", "version": "1" }, "security": [{ "key": [] }],
          "paths": {
            "/notes": {
              "get": { "responses": { "200": { "description": "All.", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Note" } } } } } } },
              "post": {
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["text"], "properties": { "text": { "type": "string", "enum": ["a", "b"] } } } } } },
                "responses": { "201": { "description": "Made.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Note" } } } }, "400": { "description": "Wrong." } }
              }
            },
            "/é/[x]|y": { "get": { "responses": { "200": { "description": "Odd." } } } }
          },
          "components": {
            "securitySchemes": { "key": { "type": "apiKey", "in": "query", "name": "key" } },
            "schemas": { "Note": { "type": "object", "required": ["id", "text"], "properties": { "id": { "type": "string" }, "text": { "type": "string" } } } }
          }
        }
        """;

    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document), "notes.json").Spec!;

    [Fact]
    public async Task Run_BehindTestServer_JudgesAsAnywhere()
    {
        await using var app = await StartAsync();
        using var client = app.GetTestClient();
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = client.BaseAddress!,
            Credentials = [new ApiKeyCredentials("key", ApiKeyLocation.Query, "let-me-in-0001")] };
        var result = await new TestRunner(Spec, client).RunAsync(GoldenTestGenerator.Generate(Spec), target);
        result.Cases.Where(it => it.Status is CaseStatus.Error or CaseStatus.Fail or CaseStatus.NoVerdict).Select(it => $"{it.Id}: {it.Reason}")
            .Should().BeEmpty();
        result.Cases.Count(it => it.Status == CaseStatus.Pass).Should().BeGreaterThan(8);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.Use((context, next) => context.Request.Query["key"] == "let-me-in-0001" ? next() : Refuse(context));
        app.MapGet("/notes", () => new[] { new { id = "1", text = "a" } });
        app.MapPost("/notes", async (HttpContext context) => await TextAsync(context) is { } text
            ? Results.Json(new { id = "1", text }, statusCode: 201)
            : Results.StatusCode(400));
        app.MapGet("/é/[x]|y", () => Results.Ok());
        await app.StartAsync();
        return app;
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = 401;
        return Task.CompletedTask;
    }

    private static async Task<JsonDocument?> BodyAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<string?> TextAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return null;
        using var body = await BodyAsync(context);
        return body is null ? null : body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("text", out var text)
            && text.ValueKind == JsonValueKind.String && text.GetString() is "a" or "b" ? text.GetString() : null;
    }
}
