namespace IntegrationCopilot.SpecEngine;

/// <summary>Words of identifiers, in lower case: <c>createRefund</c>, <c>create-refund</c> and <c>Create_Refund</c> are <c>create</c>, <c>refund</c>.</summary>
internal static class Words
{
    public static List<string> Of(ReadOnlySpan<char> text)
    {
        List<string> words = [];
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || !char.IsAsciiLetterOrDigit(text[i]);
            if (!ends && !(i > start && StartsWord(text, i))) continue;
            if (i > start) words.Add(text[start..i].ToString().ToLowerInvariant());
            start = ends ? i + 1 : i;
        }
        return words;
    }

    /// <summary>The segments of a path template that are no parameters.</summary>
    public static List<string> Segments(string path)
    {
        List<string> segments = [];
        foreach (var part in path.AsSpan().Split('/'))
        {
            var segment = path.AsSpan()[part];
            if (!segment.IsEmpty && segment[0] is not ('{' or ':')) segments.Add(segment.ToString());
        }
        return segments;
    }

    /// <summary>A capital after a small letter, or the last capital of a run: <c>getURLInfo</c> is <c>get</c>, <c>url</c>, <c>info</c>.</summary>
    private static bool StartsWord(ReadOnlySpan<char> text, int i) =>
        char.IsAsciiLetterUpper(text[i])
        && (!char.IsAsciiLetterUpper(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1])));
}
