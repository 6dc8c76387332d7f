using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>An answer to everything.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Status">Its status.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Body">Its body.</param>
internal sealed record DullAnswer(string Name, int Status, string ContentType, string Body);

/// <summary>A server on the loopback interface that answers the same to everything.</summary>
internal sealed class DullServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private int requests;

    private DullServer(WebApplication host) => this.host = host;

    public static IReadOnlyList<DullAnswer> Answers { get; } =
    [
        new("200", 200, "application/json", "{}"),
        new("400", 400, "application/json", """{"message":"Bad request."}"""),
        new("401", 401, "application/json", """{"message":"Who are you?"}"""),
        new("404", 404, "application/json", """{"message":"Nothing here."}"""),
        new("500", 500, "application/json", """{"message":"It failed."}"""),
        new("html", 200, "text/html; charset=utf-8", "<!doctype html><html><head><title>Welcome</title></head><body>Welcome!</body></html>"),
    ];

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref requests);

    public string BaseUrl => host.Urls.First();

    public static async Task<DullServer> StartAsync(DullAnswer answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new DullServer(app);
        app.Run(context =>
        {
            Interlocked.Increment(ref server.requests);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            return context.Response.WriteAsync(answer.Body);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
