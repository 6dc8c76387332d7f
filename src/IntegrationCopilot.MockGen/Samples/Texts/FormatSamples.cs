using System.Globalization;
using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes texts of the formats of JSON Schema and OpenAPI's registry: recognisable, and reserved for examples where a registry reserves names (RFC 2606, RFC
/// 5737, RFC 3849).
/// </summary>
internal static class FormatSamples
{
    private static readonly Dictionary<string, Func<SampleRandom, string>> Makers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["duration"] = r => $"P{r.Next(1, 30)}D",
        ["email"] = Email,
        ["idn-email"] = Email,
        ["hostname"] = Host,
        ["idn-hostname"] = Host,
        ["ipv4"] = Address,
        ["ip"] = Address,
        ["ipv6"] = r => $"2001:db8::{r.Next(1, 0xFFFF):x}",
        ["uri"] = Url,
        ["url"] = Url,
        ["iri"] = Url,
        ["uri-reference"] = Url,
        ["iri-reference"] = Url,
        ["uri-template"] = _ => "https://example.com/items/{id}",
        ["uuid"] = Uuid,
        ["guid"] = Uuid,
        ["byte"] = r => Convert.ToBase64String(Encoding.ASCII.GetBytes($"sample {r.Next(100, 999)}")),
        ["base64"] = r => Convert.ToBase64String(Encoding.ASCII.GetBytes($"sample {r.Next(100, 999)}")),
        ["base64url"] = r => Convert.ToBase64String(Encoding.ASCII.GetBytes($"sample {r.Next(100, 999)}")).TrimEnd('='),
        ["binary"] = r => $"sample {r.Next(100, 999)}",
        ["password"] = r => $"Example-Passw0rd-{r.Next(100, 999)}",
        ["json-pointer"] = _ => "/items/0",
        ["relative-json-pointer"] = _ => "0/items",
        ["regex"] = _ => "^[a-z]+$",
        ["phone"] = Phone,
        ["phone-number"] = Phone,
        ["currency"] = _ => "EUR",
        ["country"] = _ => "DE",
        ["char"] = _ => "a",
        ["int64"] = Whole,
        ["int32"] = Whole,
        ["uint64"] = Whole,
        ["decimal"] = Decimal,
        ["double"] = Decimal,
        ["float"] = Decimal,
    };

    /// <summary>A text of that format; null when the format is not known.</summary>
    public static string? Make(string format, SamplePlace place) =>
        DateTexts.OfFormat(format, place) ?? (Makers.TryGetValue(format, out var make) ? make(place.Random) : null);

    public static string Email(SampleRandom random) => $"{NamedSamples.FirstName(random)}.{random.Next(10, 99)}@example.com".ToLowerInvariant();

    public static string Host(SampleRandom random) => $"host-{random.Next(1, 99)}.example.com";

    public static string Address(SampleRandom random) => $"192.0.2.{random.Next(1, 254)}";

    public static string Uuid(SampleRandom random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, random.NextBits());
        BitConverter.TryWriteBytes(bytes[8..], random.NextBits());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public static string Url(SampleRandom random) => $"https://example.com/{random.Next(1000, 9999)}";

    /// <summary>A number from the block reserved for fiction, in E.164 form.</summary>
    public static string Phone(SampleRandom random) => $"+1202555{random.Next(100, 199):0000}";

    private static string Whole(SampleRandom random) => random.Next(1, 100_000).ToString(CultureInfo.InvariantCulture);

    private static string Decimal(SampleRandom random) => $"{random.Next(1, 1_000)}.{random.Next(10, 99)}";
}
