using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Reads JSON text (RFC 8259) into a raw tree in one pass.</summary>
internal static class JsonTreeReader
{
    private const int MaxReason = 160;

    /// <summary>Bytes of the text for each node there is room for at first: what documents without white space need.</summary>
    private const int BytesPerNode = 10;

    /// <summary>Reads checked UTF-8 without a byte order mark.</summary>
    public static RawReadResult Read(ReadOnlyMemory<byte> utf8, string name, ReadLimits limits, CancellationToken cancellationToken)
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        var tree = new RawTreeBuilder(NodesAtMost(utf8.Span, limits));
        try
        {
            if (ReadTokens(ref reader, tree, limits, cancellationToken) is { } exceeded)
                return RawReadResult.Failed(exceeded.Rule.At(At(name, utf8, (int)reader.TokenStartIndex), exceeded.Limit));
        }
        catch (JsonException error)
        {
            return RawReadResult.Failed(Describe(error, reader, name, utf8));
        }
        return RawReadResult.Success(new RawDocument(name, DocumentFormat.Json, utf8, tree.Complete(), TextPositions.OfUtf8(utf8)));
    }

    /// <summary>Every node but the first of its container has a comma before it, so this is seldom too little; texts with commas make it too much.</summary>
    private static int NodesAtMost(ReadOnlySpan<byte> utf8, ReadLimits limits)
    {
        var nodes = 1 + utf8.Count((byte)',') + utf8.Count((byte)'{') + utf8.Count((byte)'[');
        return Math.Min(Math.Min(nodes, utf8.Length / BytesPerNode), limits.MaxNodes);
    }

    /// <summary>Reads to the end, or to the limit that was exceeded.</summary>
    private static (SpecRule Rule, int Limit)? ReadTokens(ref Utf8JsonReader reader, RawTreeBuilder tree, ReadLimits limits,
        CancellationToken cancellationToken)
    {
        var nameStart = -1;
        var nameLength = 0;
        var nameFlags = RawEntryFlags.None;
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    tree.Close();
                    continue;
                case JsonTokenType.PropertyName:
                    (nameStart, nameLength) = (start + 1, reader.ValueSpan.Length);
                    nameFlags = reader.ValueIsEscaped ? RawEntryFlags.EscapedName : RawEntryFlags.None;
                    continue;
            }
            if (tree.Count >= limits.MaxNodes) return (SpecRules.TooManyNodes, limits.MaxNodes);
            if (reader.CurrentDepth >= limits.MaxDepth) return (SpecRules.TooDeep, limits.MaxDepth);
            if ((tree.Count & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            ref var entry = ref tree.Add(KindOf(reader.TokenType), nameStart >= 0 ? nameStart - 1 : start);
            if (entry.Kind is RawKind.String or RawKind.Number)
            {
                entry.ValueStart = entry.Kind == RawKind.String ? start + 1 : start;
                entry.ValueLength = reader.ValueSpan.Length;
                if (entry.Kind == RawKind.String && reader.ValueIsEscaped) entry.Flags = RawEntryFlags.EscapedValue;
            }
            if (nameStart < 0) continue;
            (entry.NameStart, entry.NameLength) = (nameStart, nameLength);
            entry.Flags |= nameFlags;
            nameStart = -1;
        }
        return null;
    }

    private static RawKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => RawKind.Object,
        JsonTokenType.StartArray => RawKind.Array,
        JsonTokenType.String => RawKind.String,
        JsonTokenType.Number => RawKind.Number,
        JsonTokenType.True => RawKind.True,
        JsonTokenType.False => RawKind.False,
        _ => RawKind.Null,
    };

    private static SpecProblem Describe(JsonException error, in Utf8JsonReader reader, string name, ReadOnlyMemory<byte> utf8)
    {
        var line = (int)(error.LineNumber ?? 0) + 1;
        var column = (int)(error.BytePositionInLine ?? 0) + 1;
        var where = new SourceLocation(name, "", line, column);
        return reader.BytesConsumed >= utf8.Length || error.Message.Contains("Expected depth to be zero", StringComparison.Ordinal)
            ? SpecRules.JsonTruncated.At(where)
            : SpecRules.JsonSyntax.At(where, Reason(error));
    }

    /// <summary>The parser's own sentence without its position suffix, which the location already tells. It may quote any length of the text.</summary>
    private static string Reason(JsonException error)
    {
        var end = error.Message.LastIndexOf(" LineNumber:", StringComparison.Ordinal);
        return Excerpt.Of((end < 0 ? error.Message : error.Message[..end]).TrimEnd('.'), MaxReason);
    }

    private static SourceLocation At(string name, ReadOnlyMemory<byte> utf8, int position)
    {
        var (line, column) = TextPositions.OfUtf8(utf8).At(position);
        return new SourceLocation(name, "", line, column);
    }
}
