using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes identifiers of new things in the form of those the document shows: numbers go on counting, prefixes stay, UUIDs are UUIDs. The same seed and number
/// give the same identifier.
/// </summary>
/// <param name="samples">Where values come from that no example shows the form of.</param>
/// <param name="schemas">The identifier's schema where it is read, and in other answers; none when none is known.</param>
/// <param name="taken">The schema of the parameter that takes it; undefined when none is known.</param>
/// <param name="accepts">Whether a JSON text can be one.</param>
/// <param name="name">Name of its field.</param>
/// <param name="known">An identifier as the document shows it; null when it shows none.</param>
internal sealed class IdentifierMaker(
    SampleGenerator samples, IReadOnlyList<RawNode> schemas, RawNode taken, Func<byte[], bool> accepts, string name, JsonNode? known)
{
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
    private const int ShortestRandom = 6;
    private const int Tries = 20;

    /// <summary>The smallest number that no shown identifier has.</summary>
    public long First { get; } = known is JsonValue value && value.TryGetValue<long>(out var shown) && shown < int.MaxValue ? Math.Max(1, shown + 1) : 1;

    /// <summary>The identifier of a number: the first of what it may look like that fits wherever it is taken.</summary>
    /// <param name="number">The number.</param>
    /// <param name="fits">Whether it does fit.</param>
    public JsonNode Make(long number, out bool fits)
    {
        fits = true;
        JsonNode? first = null;
        foreach (var made in Candidates(number))
        {
            if (accepts(JsonTrees.Write(made))) return made;
            first ??= made;
        }
        fits = false;
        return first ?? JsonValue.Create(number);
    }

    private IEnumerable<JsonNode> Candidates(long number)
    {
        if (FromKnown(number) is { } likeKnown) yield return likeKnown;
        foreach (var sample in schemas.SelectMany(schema => Sampled(schema, MessageDirection.Response, number))) yield return sample;
        yield return JsonValue.Create(number);
        yield return JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
        foreach (var sample in Sampled(taken, MessageDirection.Request, number)) yield return sample;
    }

    private IEnumerable<JsonNode> Sampled(RawNode from, MessageDirection direction, long number)
    {
        for (var variation = (int)(number % int.MaxValue); from.IsDefined && variation < number + Tries && variation >= 0; variation++)
            if (samples.Make(from, direction, name, variation) is { Found: true } sample && JsonTrees.Parse(sample.Json) is JsonValue other
                && !JsonNode.DeepEquals(other, known))
                yield return other;
    }

    private JsonValue? FromKnown(long number)
    {
        if (known is not JsonValue value) return schemas.Count > 0 ? null : JsonValue.Create(number);
        if (value.GetValueKind() == JsonValueKind.Number) return JsonValue.Create(number);
        if (!value.TryGetValue<string>(out var text) || text.Length == 0) return null;
        if (Guid.TryParse(text, out _)) return JsonValue.Create(Uuid(number, text));
        var start = TailOf(text);
        var tail = text.AsSpan(start);
        if (!tail.ContainsAnyExceptInRange('0', '9')) return JsonValue.Create(text[..start] + Next(tail, number));
        return tail.Length < ShortestRandom ? null : JsonValue.Create(text[..start] + Random(tail, number));
    }

    /// <summary>The part after the last separator is what differs from one to the next; without a separator, the digits at the end, else everything.</summary>
    private static int TailOf(string text)
    {
        var start = text.AsSpan().LastIndexOfAny("_-:/.") + 1;
        if (start > 0 && start < text.Length) return start;
        var digits = text.Length;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1])) digits--;
        return digits > 0 && digits < text.Length ? digits : 0;
    }

    private static string Next(ReadOnlySpan<char> digits, long number)
    {
        var from = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) && shown < long.MaxValue / 2 ? shown : 0;
        return (from + number).ToString($"D{digits.Length}", CultureInfo.InvariantCulture);
    }

    private string Random(ReadOnlySpan<char> like, long number)
    {
        var hash = HashOf(number);
        var made = new StringBuilder(like.Length);
        var isHex = !like.ContainsAnyExcept(HexDigits);
        for (var i = 0; i < like.Length; i++)
        {
            var bits = hash[i % hash.Length] + (i / hash.Length);
            made.Append(like[i] switch
            {
                >= '0' and <= '9' when !isHex => (char)('0' + (bits % 10)),
                >= '0' and <= '9' or >= 'a' and <= 'f' when isHex => "0123456789abcdef"[bits % 16],
                >= 'A' and <= 'F' when isHex => "0123456789ABCDEF"[bits % 16],
                >= 'a' and <= 'z' => (char)('a' + (bits % 26)),
                >= 'A' and <= 'Z' => (char)('A' + (bits % 26)),
                var other => other,
            });
        }
        return made.ToString();
    }

    private string Uuid(long number, string like)
    {
        var bytes = HashOf(number).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        var text = new Guid(bytes, bigEndian: true).ToString(like.Contains('-') ? "D" : "N");
        return like.AsSpan().ContainsAnyInRange('A', 'F') ? text.ToUpperInvariant() : text;
    }

    private byte[] HashOf(long number) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{samples.Options.Seed} {(schemas.Count > 0 ? schemas[0].Pointer : default)} {name} {number}")));
}
