namespace IntegrationCopilot.Validator;

/// <summary>Takes JSON sequences apart: one value a line (JSON Lines, NDJSON), or one after each record separator (RFC 7464).</summary>
internal static class JsonSequences
{
    private const byte RecordSeparator = 0x1E;

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

    /// <summary>What stands between the items of a body; a text sequence without a single separator is read by its lines.</summary>
    public static byte SeparatorOf(MediaTypeName sent, ReadOnlySpan<byte> body) =>
        sent.IsJsonTextSequence && body.Contains(RecordSeparator) ? RecordSeparator : (byte)'\n';

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text)
    {
        var first = text.Span.IndexOfAnyExcept(" \t\r\n"u8);
        return first < 0 ? default : text[first..(text.Span.LastIndexOfAnyExcept(" \t\r\n"u8) + 1)];
    }
}
