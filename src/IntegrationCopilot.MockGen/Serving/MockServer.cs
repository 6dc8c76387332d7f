using System.Net;
using System.Net.Sockets;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen;

/// <summary>A server that answers as an API's document says the API would.</summary>
/// <remarks>
/// <para>Each request is routed, authenticated, validated, and answered from the document's examples, else from samples of its schemas. Every answer is
/// validated too; <see cref="MockHeaders"/> tells what it is made of.</para>
/// <para>A request chooses among answers with <c>Prefer</c> (RFC 7240): <c>code=429</c>, <c>example=NAME</c>, <c>dynamic=true</c>, <c>delay=200</c>
/// (milliseconds), <c>retry-after=1</c> (seconds).</para>
/// <para>Refused: 401 and 403 (credentials), 404, 405, 406, 408, 413, 415, and 400 or 422 for requests that do not conform; in the shape the document describes
/// for the status, else as problem details (RFC 9457).</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class MockServer : IAsyncDisposable
{
    private readonly KestrelServer server;

    private MockServer(MockEngine engine, MockServerOptions options, KestrelServer server, Uri baseUrl)
    {
        Engine = engine;
        Options = options;
        this.server = server;
        BaseUrl = baseUrl;
        TokenUrl = new Uri(baseUrl, TokenEndpoint.Path);
    }

    /// <summary>What answers.</summary>
    public MockEngine Engine { get; }

    /// <summary>The API answered for.</summary>
    public ApiSpec Spec => Engine.Spec;

    /// <summary>How it behaves.</summary>
    public MockServerOptions Options { get; }

    /// <summary>The answers a test has set itself.</summary>
    public MockOverrides Overrides => Engine.Overrides;

    /// <summary>The requests received.</summary>
    public MockJournal Journal => Engine.Journal;

    /// <summary>
    /// Where it listens, for example <c>http://127.0.0.1:40123/</c>. Paths of the document follow directly; a base path of its servers may stand between.
    /// </summary>
    public Uri BaseUrl { get; }

    /// <summary>Its OAuth 2.0 token endpoint, for the client-credentials grant.</summary>
    public Uri TokenUrl { get; }

    /// <summary>Starts a mock.</summary>
    /// <param name="spec">The API to answer for.</param>
    /// <param name="options">How to behave; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels starting.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="options"/> is not allowed.</exception>
    /// <exception cref="IOException">The port is taken, or the address is not one of this machine.</exception>
    public static async Task<MockServer> StartAsync(ApiSpec spec, MockServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        options = new MockServerOptionsRules().Checked(options ?? new(), nameof(options));
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
        kestrel.ResponseHeaderEncodingSelector = static _ => System.Text.Encoding.UTF8;
        var refusals = new WireRefusals();
        kestrel.Listen(options.Host, options.Port, listening => listening.Use(refusals.Watch));
        var engine = new MockEngine(spec, options);
        var sockets = new SocketTransportFactory(Microsoft.Extensions.Options.Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var listening = new KestrelServer(Microsoft.Extensions.Options.Options.Create(kestrel), sockets, refusals);
        try
        {
            await listening.StartAsync(new MockApplication(engine), cancellationToken);
        }
        catch (SocketException refused)
        {
            listening.Dispose();
            throw new IOException($"The mock cannot listen on {new IPEndPoint(options.Host, options.Port)}: {refused.Message}", refused);
        }
        catch
        {
            listening.Dispose();
            throw;
        }
        var address = listening.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new MockServer(engine, options, listening, Callable(new Uri(address)));
    }

    /// <summary>A URL to call: where the server listens on every address, that of this machine.</summary>
    private static Uri Callable(Uri listening) => listening.Host switch
    {
        "0.0.0.0" => new UriBuilder(listening) { Host = "127.0.0.1" }.Uri,
        "[::]" => new UriBuilder(listening) { Host = "[::1]" }.Uri,
        _ => listening,
    };

    /// <summary>Stops: requests under way have five seconds to end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), Options.Clock);
        await server.StopAsync(patience.Token);
        server.Dispose();
        await Engine.DisposeAsync();
    }
}
