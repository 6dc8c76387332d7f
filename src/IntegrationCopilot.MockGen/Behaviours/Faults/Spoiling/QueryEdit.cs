using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>Changes of a URL's query.</summary>
internal static class QueryEdit
{
    /// <summary>The URL without some of its query fields; null when it has none of them.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="isDropped">Whether a field of that name, decoded, goes.</param>
    public static string? Without(string url, Func<string, bool> isDropped)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return null;
        var fields = url[(query + 1)..].Split('&');
        var kept = Array.FindAll(fields, field => !isDropped(NameOf(field)));
        if (kept.Length == fields.Length) return null;
        return kept.Length == 0 ? url[..query] : $"{url[..query]}?{string.Join('&', kept)}";
    }

    /// <summary>The decoded value of a query field; null when there is none.</summary>
    public static string? Value(string url, string name)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return null;
        foreach (var field in url[(query + 1)..].Split('&'))
            if (NameOf(field) == name) return field.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? Decoded(field[(equals + 1)..]) : "";
        return null;
    }

    private static string NameOf(string field) => Decoded(field.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? field[..equals] : field);

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
