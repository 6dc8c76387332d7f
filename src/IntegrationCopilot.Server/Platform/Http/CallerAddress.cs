using System.Net;
using System.Net.Sockets;

namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>Whose an address is, as far as limits go.</summary>
internal static class CallerAddress
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// An IPv4 address; of an IPv6 address the network of 64 bits, because whoever has one has all of it (RFC 4291, section 2.5.4); empty when none is known.
    /// </summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
