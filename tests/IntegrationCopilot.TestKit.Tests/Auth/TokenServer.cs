using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>A token endpoint on the loopback interface that answers as a test tells it to, and remembers what it was asked.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    private readonly WebApplication app = WebApplication.CreateSlimBuilder().Build();
    private int requests;

    public ConcurrentQueue<(string? Authorization, string Form)> Asked { get; } = new();

    /// <summary>Answers the request with this number, 1-based.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (number, context) =>
        context.Response.WriteAsync($$"""{"access_token":"token-{{number}}","token_type":"Bearer","expires_in":600}""");

    public HttpClient Client { get; } = new();

    public Uri TokenUrl => new($"{app.Urls.First()}/oauth/token");

    public static async Task<TokenServer> StartAsync()
    {
        var server = new TokenServer();
        server.app.Urls.Add("http://127.0.0.1:0");
        server.app.MapPost("/oauth/token", server.HandleAsync);
        await server.app.StartAsync();
        return server;
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Asked.Enqueue((context.Request.Headers.Authorization, await reader.ReadToEndAsync()));
        await Answer(Interlocked.Increment(ref requests), context);
    }
}
