using System.Net;
using System.Net.Sockets;

namespace IntegrationCopilot.Server.Platform.Outbound;

internal enum AddressKind
{
    Public,
    Private,
    Loopback,

    /// <summary>Never called: link-local, metadata services, multicast, reserved.</summary>
    Refused,
}

/// <summary>Sorts addresses by who may be behind them.</summary>
/// <remarks>Source: the IANA special-purpose address registries (RFC 6890) and the metadata addresses of the large clouds.</remarks>
internal static class AddressRules
{
    private const int BytesOfIpv4 = 4;

    private static readonly (IPNetwork Network, AddressKind Kind)[] Rules =
    [
        .. Of(
            AddressKind.Refused,
            "100.100.100.200/32", // metadata, Alibaba Cloud
            "168.63.129.16/32", // metadata, Azure
            "fd00:ec2::254/128", // metadata, AWS
            "fd20:ce::254/128", // metadata, Google Cloud
            "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fe80::/10", "fec0::/10", "ff00::/8"),
        .. Of(AddressKind.Loopback, "127.0.0.0/8", "::1/128"),
        .. Of(AddressKind.Private, "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
    ];

    /// <summary>IPv6 networks that carry an IPv4 address, and the byte where it starts.</summary>
    private static readonly (IPNetwork Network, int Offset)[] Embeddings =
    [
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12), // IPv4-translated, RFC 2765
        (IPNetwork.Parse("64:ff9b::/96"), 12), // NAT64, RFC 6052
        (IPNetwork.Parse("2002::/16"), 2), // 6to4, RFC 3056
        (IPNetwork.Parse("::/96"), 12), // IPv4-compatible, RFC 4291
    ];

    /// <summary>What an address is; an IPv6 form of an IPv4 address is what that IPv4 address is.</summary>
    public static AddressKind KindOf(IPAddress address)
    {
        // An IPv4-mapped address is in no IPv6 network that IPNetwork knows, so it is unwrapped first (RFC 4291, section 2.5.5.2).
        var unscoped = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
        foreach (var (network, kind) in Rules)
        {
            if (network.BaseAddress.AddressFamily == unscoped.AddressFamily && network.Contains(unscoped)) return kind;
        }

        return EmbeddedIn(unscoped) is { } embedded ? KindOf(embedded) : AddressKind.Public;
    }

    private static IPAddress? EmbeddedIn(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        var bytes = address.GetAddressBytes();
        foreach (var (network, offset) in Embeddings)
        {
            if (network.Contains(address)) return new IPAddress(bytes.AsSpan(offset, BytesOfIpv4));
        }

        return null;
    }

    private static IEnumerable<(IPNetwork Network, AddressKind Kind)> Of(AddressKind kind, params string[] networks) =>
        networks.Select(network => (IPNetwork.Parse(network), kind));
}
