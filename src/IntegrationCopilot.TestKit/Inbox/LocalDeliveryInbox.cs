using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.TestKit;

/// <summary>An inbox that listens on this machine, and takes whatever it is sent.</summary>
/// <remarks>
/// It keeps at most 1,000 deliveries that nobody asked for yet, the newest, and of each body at most <see cref="MaxBodyBytes"/> bytes. It answers 200, and 413
/// to bodies that are longer.
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class LocalDeliveryInbox : IDeliveryInbox
{
    /// <summary>Bytes of a body that are kept: 1 MiB.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private const int MaxWaiting = 1_000;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly KestrelServer server;
    private readonly Channel<ReceivedDelivery> received;

    private LocalDeliveryInbox(KestrelServer server, Channel<ReceivedDelivery> received, Uri address)
    {
        this.server = server;
        this.received = received;
        Address = address;
    }

    /// <inheritdoc />
    public Uri Address { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="endpoint">Where; 127.0.0.1 and any free port when null. Any other address than a loopback one lets in whoever reaches this machine.</param>
    /// <param name="clock">Where the time of arrival comes from; the system's clock when null.</param>
    /// <param name="cancellationToken">Cancels starting.</param>
    /// <exception cref="IOException">The port is taken, or the address is not one of this machine.</exception>
    public static async Task<LocalDeliveryInbox> StartAsync(IPEndPoint? endpoint = null, TimeProvider? clock = null,
        CancellationToken cancellationToken = default)
    {
        endpoint ??= new IPEndPoint(IPAddress.Loopback, 0);
        var channel = Channel.CreateBounded<ReceivedDelivery>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(endpoint);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var listening = new KestrelServer(Options.Create(kestrel), sockets, NullLoggerFactory.Instance);
        try
        {
            await listening.StartAsync(new InboxApplication(channel.Writer, clock ?? TimeProvider.System), cancellationToken);
        }
        catch (Exception e)
        {
            listening.Dispose();
            if (e is SocketException) throw new IOException($"Deliveries cannot be listened for on {endpoint}: {e.Message}", e);
            throw;
        }

        return new(listening, channel, Callable(new Uri(listening.Features.Get<IServerAddressesFeature>()!.Addresses.First())));
    }

    /// <inheritdoc />
    public Task<ReceivedDelivery> ReceiveAsync(CancellationToken cancellationToken) => received.Reader.ReadAsync(cancellationToken).AsTask();

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit);
        await server.StopAsync(limit.Token);
        server.Dispose();
    }

    /// <summary>Where the server listens on every address, that of this machine.</summary>
    private static Uri Callable(Uri listening) => listening.Host switch
    {
        "0.0.0.0" => new UriBuilder(listening) { Host = "127.0.0.1" }.Uri,
        "[::]" => new UriBuilder(listening) { Host = "[::1]" }.Uri,
        _ => listening,
    };
}
