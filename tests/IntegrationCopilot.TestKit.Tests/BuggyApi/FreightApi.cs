using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>
/// An API of a freight forwarder with a document that it generates itself. It keeps to it, to HTTP and to problem details, but for the
/// one bug that is switched on. It runs on the loopback interface, or in memory behind a test server.
/// </summary>
internal sealed class FreightApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool isInMemory;

    private FreightApi(WebApplication app, bool isInMemory) => (this.app, this.isInMemory) = (app, isInMemory);

    /// <summary>Where it is; behind a test server an address that only <see cref="CreateClient"/> reaches.</summary>
    public Uri BaseUrl => isInMemory ? new Uri("http://localhost/") : new Uri($"{app.Urls.First()}/");

    public static async Task<FreightApi> StartAsync(Bug? bug = null, bool isInMemory = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (isInMemory) builder.WebHost.UseTestServer();
        else builder.WebHost.UseUrls("http://127.0.0.1:0");
        var state = new FreightState(bug, TimeProvider.System);
        builder.Services.AddSingleton(state);
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi("v1", FreightDocument.Configure);
        var built = builder.Build();
        built.UsePipeline(state);
        built.MapOpenApi();
        ExportEndpoints.MapHealth(built);
        MapClosed(built);
        await built.StartAsync();
        return new FreightApi(built, isInMemory);
    }

    /// <summary>A client of it, by the wire or in memory, without a key.</summary>
    public HttpClient CreateClient() => isInMemory ? app.GetTestClient() : new HttpClient { BaseAddress = BaseUrl };

    /// <summary>What it says of itself.</summary>
    public async Task<ApiSpec> ReadSpecAsync()
    {
        using var client = CreateClient();
        var bytes = await client.GetByteArrayAsync(new Uri("openapi/v1.json", UriKind.Relative));
        return ApiSpecReader.Read(bytes, "freight.json").Spec!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void MapClosed(IEndpointRouteBuilder routes)
    {
        var closed = routes.MapGroup("").WithMetadata(new Gate.NeedsKey()).ProducesProblem(401);
        CustomerEndpoints.Map(closed);
        OrderEndpoints.Map(closed);
        ItemEndpoints.Map(closed);
        DocumentEndpoints.Map(closed);
        ExportEndpoints.Map(closed);
    }
}
