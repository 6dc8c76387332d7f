namespace IntegrationCopilot.SpecEngine;

/// <summary>Names of documents relative to each other: RFC 3986 for URIs, and the same walk for relative paths.</summary>
internal static class DocumentNames
{
    /// <summary>The name a reference gives when it stands in a document of the name <paramref name="from"/>.</summary>
    public static string Combine(string from, string reference)
    {
        if (Uri.TryCreate(reference, UriKind.Absolute, out var absolute) && !absolute.IsFile) return absolute.AbsoluteUri;
        if (from.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(from, UriKind.Absolute, out var baseUri))
            return Uri.TryCreate(baseUri, reference, out var joined) ? joined.AbsoluteUri : reference;
        var slash = from.LastIndexOf('/');
        var path = Uri.UnescapeDataString(reference);
        return Normalise(path.StartsWith('/') || slash < 0 ? path : from[..(slash + 1)] + path);
    }

    private static string Normalise(string path)
    {
        List<string> parts = [];
        foreach (var part in path.Split('/'))
        {
            if (part == ".") continue;
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or "..")) parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
