using System.Net;
using System.Net.Sockets;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes what sends deliveries to this machine only: whoever calls a mock chooses the addresses of its deliveries.</summary>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class LoopbackInvoker
{
    /// <summary>An invoker for <see cref="DeliveryOptions.Invoker"/> that follows no redirects, keeps no cookies and connects to loopback addresses only; any
    /// other is an <see cref="HttpRequestException"/>.</summary>
    public static HttpMessageInvoker Create() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync });

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // The address that was checked is the one connected to, so that a name cannot lead elsewhere the second time.
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (Array.Find(addresses, IPAddress.IsLoopback) is not { } address)
            throw new HttpRequestException($"'{context.DnsEndPoint.Host}' is not this machine; deliveries go to loopback addresses only.");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
