using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>Identifiers of deliveries: never the same twice in a mock, the same again with the same seed.</summary>
internal sealed class DeliveryIds(int seed)
{
    private const int Length = 24;
    private long last;

    /// <summary>For example <c>msg_5f2b…</c>: without a full stop, as the signed text of Standard Webhooks demands.</summary>
    public string Next()
    {
        var number = Interlocked.Increment(ref last);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"delivery {seed} {number}")));
        return "msg_" + Convert.ToHexStringLower(hash)[..Length];
    }

    /// <summary>The same as a UUID (RFC 9562, version 8), for places that take nothing else.</summary>
    public static string AsUuid(string id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(id))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
