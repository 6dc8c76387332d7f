using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Takes JSON sequences apart: one value a line (JSON Lines, NDJSON), one after each record separator (RFC 7464), or one after another with nothing agreed
/// between.
/// </summary>
internal static class JsonSequences
{
    private const byte RecordSeparator = 0x1E;
    private static readonly JsonReaderOptions Several = new() { AllowMultipleValues = true, MaxDepth = 1_000 };

    /// <summary>The texts of the items, blanks around them and empty ones left out.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, byte separator)
    {
        for (var start = 0; start <= body.Length;)
        {
            var length = body.Span[start..].IndexOf(separator);
            var end = length < 0 ? body.Length : start + length;
            var item = Trim(body[start..end]);
            if (!item.IsEmpty) yield return item;
            start = end + 1;
        }
    }

    /// <summary>The texts of values that follow each other; the last is all the rest where that is not JSON.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Values(ReadOnlyMemory<byte> body)
    {
        var values = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(body.Span, Several);
        var end = 0;
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                end = (int)reader.BytesConsumed;
                values.Add(body[start..end]);
            }
        }
        catch (JsonException)
        {
            values.Add(Trim(body[end..]));
        }

        return values;
    }

    /// <summary>What stands between the items of a body; a text sequence without a single separator is read by its lines.</summary>
    public static byte SeparatorOf(MediaTypeName sent, ReadOnlySpan<byte> body) =>
        sent.IsJsonTextSequence && body.Contains(RecordSeparator) ? RecordSeparator : (byte)'\n';

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text)
    {
        var first = text.Span.IndexOfAnyExcept(" \t\r\n"u8);
        return first < 0 ? default : text[first..(text.Span.LastIndexOfAnyExcept(" \t\r\n"u8) + 1)];
    }
}
