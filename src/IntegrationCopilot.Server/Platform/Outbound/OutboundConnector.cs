using System.Net;
using System.Net.Sockets;

namespace IntegrationCopilot.Server.Platform.Outbound;

/// <summary>Resolves a name once, checks every address it has, and connects to exactly those: nothing can change in between.</summary>
/// <param name="settings">What is allowed.</param>
/// <param name="ownEndpoint">An endpoint of this server itself, such as a mock it started, that may be called although it is on loopback.</param>
internal sealed class OutboundConnector(OutboundSettings settings, IPEndPoint? ownEndpoint)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await ResolveAsync(target.Host, cancellationToken);
        if (Array.Exists(addresses, address => !IsAllowed(address, target.Port)))
            throw new OutboundRefusedException($"The address of {target.Host} is not one this server may call.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        return addresses.Length > 0 ? addresses : throw new HttpRequestException($"{host} has no address.");
    }

    private bool IsAllowed(IPAddress address, int port) => AddressRules.KindOf(address) switch
    {
        AddressKind.Public => true,
        AddressKind.Private => settings.AllowPrivateNetworks,
        AddressKind.Loopback => settings.AllowLoopback || (ownEndpoint is not null && ownEndpoint.Port == port && ownEndpoint.Address.Equals(address)),
        _ => false,
    };
}
