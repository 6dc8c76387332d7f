using System.Net;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Outbound;

/// <summary>The only way the server calls an address that a user typed.</summary>
internal sealed class OutboundHttp(IOptions<OutboundSettings> settings) : IDisposable
{
    private readonly HttpMessageHandler _shared = CreateHandler(settings.Value, ownEndpoint: null);

    /// <summary>A client for addresses outside this machine. Disposing it is not needed.</summary>
    public HttpClient CreateClient() => Client(_shared, ownsHandler: false);

    /// <summary>A client that may also call one endpoint of this server itself, such as a mock it started. Dispose it after use.</summary>
    /// <remarks>It has connections of its own, so that no other client can reuse one that only this client may open.</remarks>
    public HttpClient CreateClient(IPEndPoint ownEndpoint) => Client(CreateHandler(settings.Value, ownEndpoint), ownsHandler: true);

    /// <summary>
    /// A client that shows every answer as it came: it follows no redirect, decodes nothing and leaves time limits to its user. Dispose it after use.
    /// </summary>
    /// <param name="ownEndpoint">An endpoint of this server itself that it may call, such as a mock it started; null for none.</param>
    public HttpClient CreateTestClient(IPEndPoint? ownEndpoint)
    {
        var client = Client(CreateHandler(settings.Value, ownEndpoint, isPlain: true), ownsHandler: true);
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    public void Dispose() => _shared.Dispose();

    private static HttpMessageHandler CreateHandler(OutboundSettings settings, IPEndPoint? ownEndpoint, bool isPlain = false) =>
        new RedirectHandler(settings.MaxRedirects, follows: !isPlain)
        {
            InnerHandler = new SizeLimitHandler(settings.MaxResponseBytes)
            {
                InnerHandler = new SocketsHttpHandler
                {
                    ConnectCallback = new OutboundConnector(settings, ownEndpoint).ConnectAsync,
                    UseProxy = false, // a proxy would be what gets connected to, and checked
                    UseCookies = false,
                    ActivityHeadersPropagator = null, // whom this server traces for is nobody else's affair
                    AllowAutoRedirect = false,
                    AutomaticDecompression = isPlain ? DecompressionMethods.None : DecompressionMethods.All,
                    ConnectTimeout = TimeSpan.FromSeconds(10),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                },
            },
        };

    private HttpClient Client(HttpMessageHandler handler, bool ownsHandler)
    {
        var client = new HttpClient(handler, ownsHandler) { Timeout = settings.Value.Timeout };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("IntegrationCopilot/0.1");
        return client;
    }
}
