using System.Buffers.Text;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

internal enum EntryKind
{
    Header,
    Trace,
    Close,
}

/// <summary>One line of a trace file, taken apart without parsing its data.</summary>
/// <remarks>
/// <para>A line is the canonical form of <c>{ "data", "keyId", "kind", "previous", "sequence", "signature", "version" }</c>; version 1 of the format has no
/// version. In that order everything about the chain stands after the data and has a fixed form, so it is found from the end of the line. The signature is
/// over the line without its signature member, so that it holds for one version only.</para>
/// </remarks>
internal readonly ref struct TraceEntry
{
    public static ReadOnlySpan<byte> DataName => "{\"data\":"u8;

    public static ReadOnlySpan<byte> KeyIdName => ",\"keyId\":\""u8;

    public static ReadOnlySpan<byte> KindName => "\",\"kind\":\""u8;

    public static ReadOnlySpan<byte> PreviousName => "\",\"previous\":\""u8;

    public static ReadOnlySpan<byte> SequenceName => "\",\"sequence\":"u8;

    public static ReadOnlySpan<byte> SignatureName => ",\"signature\":\""u8;

    public static ReadOnlySpan<byte> VersionName => ",\"version\":"u8;

    /// <summary>The version that is written. Version 1 is read.</summary>
    public const int NewestVersion = 2;

    /// <summary>What follows the signature in a line of <see cref="NewestVersion"/>.</summary>
    public static ReadOnlySpan<byte> NewestTail => ",\"version\":2}"u8;

    private static ReadOnlySpan<byte> FirstTail => "}"u8;

    private const int LongestSuffix = 400;

    public required ReadOnlySpan<byte> Data { get; init; }

    public required ReadOnlySpan<byte> KeyId { get; init; }

    public required EntryKind Kind { get; init; }

    public required ReadOnlySpan<byte> Previous { get; init; }

    public required long Sequence { get; init; }

    public required ReadOnlySpan<byte> Signature { get; init; }

    /// <summary>The line up to its signature.</summary>
    public required ReadOnlySpan<byte> Unsigned { get; init; }

    /// <summary>The line behind its signature.</summary>
    public required ReadOnlySpan<byte> Tail { get; init; }

    /// <summary>The version of the format; one that is not known when it is above <see cref="NewestVersion"/>.</summary>
    public required int Version { get; init; }

    public bool IsKnownVersion => Version <= NewestVersion;

    public static ReadOnlySpan<byte> NameOf(EntryKind kind) => kind switch
    {
        EntryKind.Header => "header"u8,
        EntryKind.Trace => "trace"u8,
        _ => "close"u8,
    };

    /// <summary>Takes a line, without its line end, apart; false when it has not exactly the form of an entry.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out TraceEntry entry)
    {
        entry = default;
        var from = Math.Max(0, line.Length - LongestSuffix);
        var suffix = line[from..].LastIndexOf(KeyIdName);
        if (suffix < 0 || !line.StartsWith(DataName)) return false;
        var dataEnd = from + suffix;
        var rest = line[dataEnd..];
        if (dataEnd < DataName.Length || !Skip(ref rest, KeyIdName)) return false;
        var keyId = TakeUntilQuote(ref rest);
        if (!Skip(ref rest, KindName) || !TryKind(TakeUntilQuote(ref rest), out var kind) || !Skip(ref rest, PreviousName)) return false;
        var previous = TakeUntilQuote(ref rest);
        if (!Skip(ref rest, SequenceName) || !Utf8Parser.TryParse(rest, out long sequence, out var digits)) return false;
        rest = rest[digits..];
        var unsigned = line[..^rest.Length];
        if (!Skip(ref rest, SignatureName)) return false;
        var signature = TakeUntilQuote(ref rest);
        if (!Skip(ref rest, "\""u8) || !TryVersion(rest, out var version)) return false;
        entry = new() { Data = line[DataName.Length..dataEnd], KeyId = keyId, Kind = kind, Previous = previous, Sequence = sequence, Signature = signature,
            Unsigned = unsigned, Tail = rest, Version = version };
        return previous.Length == EntryMac.SignatureLength && signature.Length == EntryMac.SignatureLength;
    }

    private static bool TryVersion(ReadOnlySpan<byte> tail, out int version)
    {
        version = 1;
        if (tail.SequenceEqual(FirstTail)) return true;
        return Skip(ref tail, VersionName) && Utf8Parser.TryParse(tail, out version, out var digits) && version > 1 && tail[digits..].SequenceEqual(FirstTail);
    }

    /// <summary>The identifier of the trace on a line that may have been tampered with; null when it cannot be made out.</summary>
    public static string? TryFindTraceId(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, isFinalBlock: false, state: default);
            while (reader.Read())
            {
                if (reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8) && reader.Read())
                    return reader.GetString();
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Skip(scoped ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> expected)
    {
        if (!rest.StartsWith(expected)) return false;
        rest = rest[expected.Length..];
        return true;
    }

    private static ReadOnlySpan<byte> TakeUntilQuote(scoped ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'"');
        var taken = end < 0 ? rest : rest[..end];
        rest = rest[taken.Length..];
        return taken;
    }

    private static bool TryKind(ReadOnlySpan<byte> name, out EntryKind kind)
    {
        foreach (var candidate in (ReadOnlySpan<EntryKind>)[EntryKind.Header, EntryKind.Trace, EntryKind.Close])
        {
            kind = candidate;
            if (name.SequenceEqual(NameOf(candidate))) return true;
        }

        kind = default;
        return false;
    }
}
