using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Takes multipart bodies apart (RFC 2046, section 5.1; RFC 7578) in one pass over their bytes.</summary>
internal static class MultipartReader
{
    private const int MaxParts = 10_000;
    private const int MaxHeaderBytes = 16 * 1024;

    /// <summary>Reads the parts.</summary>
    /// <param name="body">The body.</param>
    /// <param name="boundary">The boundary parameter of its media type.</param>
    /// <param name="fault">What is wrong, in a few words; null when nothing is.</param>
    /// <returns>The parts that could be read.</returns>
    public static List<MultipartPart> Read(ReadOnlyMemory<byte> body, string boundary, out string? fault)
    {
        var parts = new List<MultipartPart>();
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        fault = "its first boundary is missing";
        var at = FindDelimiter(body.Span, delimiter, 0);
        while (at >= 0)
        {
            at += delimiter.Length;
            if (body.Span[at..].StartsWith("--"u8))
            {
                fault = null;
                break;
            }
            fault = "its closing boundary is missing";
            var start = at + LineEnd(body.Span[at..]);
            var next = FindDelimiter(body.Span, delimiter, start);
            if (next < 0) break;
            if (parts.Count == MaxParts || ReadPart(body[start..BeforeLineEnd(body.Span, start, next)]) is not { } part)
            {
                fault = parts.Count == MaxParts ? $"it has more than {MaxParts} parts" : "a part has no readable headers";
                break;
            }
            parts.Add(part);
            at = next;
        }
        return parts;
    }

    /// <summary>The next delimiter that fills a line of its own; a longer word that begins like it is data.</summary>
    private static int FindDelimiter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int from)
    {
        while (from <= body.Length && body[from..].IndexOf(delimiter) is >= 0 and var offset)
        {
            var at = from + offset;
            if ((at == 0 || body[at - 1] == (byte)'\n') && EndsWord(body[(at + delimiter.Length)..])) return at;
            from = at + 1;
        }
        return -1;
    }

    private static bool EndsWord(ReadOnlySpan<byte> rest) => rest.IsEmpty || rest.StartsWith("--"u8) || " \t\r\n"u8.Contains(rest[0]);

    private static int LineEnd(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : text.Length;

    private static int BeforeLineEnd(ReadOnlySpan<byte> body, int start, int delimiter)
    {
        var end = delimiter;
        if (end > start && body[end - 1] == (byte)'\n') end--;
        if (end > start && body[end - 1] == (byte)'\r') end--;
        return end;
    }

    private static MultipartPart? ReadPart(ReadOnlyMemory<byte> part)
    {
        var headers = new List<KeyValuePair<string, string>>();
        var at = 0;
        while (at < part.Length)
        {
            var length = LineEnd(part.Span[at..]);
            var line = part.Span.Slice(at, length).TrimEnd("\r\n"u8);
            at += length;
            if (at > MaxHeaderBytes) return null;
            if (line.IsEmpty) return Make(headers, part[at..]);
            var colon = line.IndexOf((byte)':');
            if (colon < 0) return null;
            headers.Add(new(Encoding.UTF8.GetString(line[..colon]).Trim(), Encoding.UTF8.GetString(line[(colon + 1)..]).Trim()));
        }
        return Make(headers, default);
    }

    private static MultipartPart Make(List<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> content)
    {
        var disposition = HeaderParts.Split(headers.First("Content-Disposition") ?? "", ';').Skip(1).Select(HeaderParts.Parameter).ToList();
        var name = disposition.Find(p => p.Key == "name").Value ?? "";
        return new MultipartPart(name, disposition.Exists(p => p.Key is "filename" or "filename*"), headers, content);
    }
}
