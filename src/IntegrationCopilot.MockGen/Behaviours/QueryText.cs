using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.MockGen;

/// <summary>Reads query strings.</summary>
internal static class QueryText
{
    private const int MaxFields = 1_000;

    /// <summary>The fields of a URL's query in order, decoded.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string url)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0 || mark == url.Length - 1) return [];
        var text = url.AsMemory(mark);
        if (text.Span.IndexOf('#') is >= 0 and var hash) text = text[..hash];
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in new QueryStringEnumerable(text))
            if (fields.Count < MaxFields) fields.Add(new(field.DecodeName().ToString(), field.DecodeValue().ToString()));
        return fields;
    }
}
