using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Server.Tests.Platform.Outbound;

/// <summary>A site on a free port of this machine that answers every request the same way, and remembers what it was asked.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public List<string> Asked { get; } = [];

    public static async Task<LocalSite> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var site = new LocalSite(app);
        app.Run(context =>
        {
            lock (site.Asked) site.Asked.Add($"{context.Request.Method} {context.Request.Path} {context.Request.Headers["X-API-Key"]}".TrimEnd());
            return answer(context);
        });
        await app.StartAsync();
        return site;
    }

    /// <summary>A site that sends everybody somewhere else.</summary>
    public static Task<LocalSite> RedirectingAsync(Func<HttpContext, string> target) => StartAsync(context =>
    {
        context.Response.Redirect(target(context));
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
