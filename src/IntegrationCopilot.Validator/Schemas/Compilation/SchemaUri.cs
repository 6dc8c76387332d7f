namespace IntegrationCopilot.Validator;

/// <summary>URIs of schemas: RFC 3986 resolution, and documents that have only a name.</summary>
internal static class SchemaUri
{
    /// <summary>The base URI of a document: its name when that is a URI, otherwise one made from it.</summary>
    public static string OfDocument(string name) =>
        Uri.TryCreate(name, UriKind.Absolute, out var absolute)
            ? WithoutFragment(absolute.AbsoluteUri)
            : $"document:///{Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)}";

    public static string Resolve(string baseUri, string reference)
    {
        if (reference.Length == 0) return baseUri;
        if (Uri.TryCreate(reference, UriKind.Absolute, out var absolute) && !reference.StartsWith('/')) return absolute.AbsoluteUri;
        return Uri.TryCreate(baseUri, UriKind.Absolute, out var from) && Uri.TryCreate(from, reference, out var resolved) ? resolved.AbsoluteUri : reference;
    }

    public static string WithoutFragment(string uri)
    {
        var hash = uri.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? uri : uri[..hash];
    }

    /// <summary>Target and decoded fragment; the fragment is empty when there is none.</summary>
    public static (string Target, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (reference, "") : (reference[..hash], Uri.UnescapeDataString(reference[(hash + 1)..]));
    }
}
