using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>An application in memory, as described in <c>notes.openapi.yaml</c>, with bugs that can be switched on.</summary>
internal sealed class NotesApplication : IAsyncDisposable
{
    public const string Token = "let-me-in-0001";

    private readonly WebApplication app;

    public NotesApplication()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        Map();
    }

    /// <summary>The requests that were received: method, and path.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Whether a note without text is taken.</summary>
    public bool TakesAnything { get; set; }

    /// <summary>Whether nothing can be made now, whatever is sent.</summary>
    public bool IsBusy { get; set; }

    public Task StartAsync() => app.StartAsync();

    public HttpClient CreateClient() => app.GetTestClient();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.Use((context, next) =>
        {
            Received.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return context.Request.Headers.Authorization == $"Bearer {Token}" ? next() : Refuse(context);
        });
        app.MapGet("/notes", () => new[] { new { id = "1", text = "a" } });
        app.MapPost("/notes", async (HttpContext context) => IsBusy ? Results.StatusCode(409) : await TextAsync(context) is { } text
            ? Results.Json(new { id = "1", text }, statusCode: 201)
            : TakesAnything ? Results.Json(new { id = "1", text = "a" }, statusCode: 201) : Results.StatusCode(400));
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = 401;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private static async Task<string?> TextAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) return null;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("text", out var text)
                && text.ValueKind == JsonValueKind.String && text.GetString() is "a" or "b" ? text.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
