namespace IntegrationCopilot.Validator;

/// <summary>Looks header fields up by name, ignoring case (RFC 9110, section 5.1).</summary>
internal static class HeaderLookup
{
    /// <summary>The first field's value; null when there is none.</summary>
    public static string? First(this IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
            if (string.Equals(headers[i].Key, name, StringComparison.OrdinalIgnoreCase)) return headers[i].Value;
        return null;
    }

    /// <summary>All fields of the name as one value (RFC 9110, section 5.3); null when there is none.</summary>
    public static string? Combined(this IReadOnlyList<KeyValuePair<string, string>> headers, string name, string separator = ", ")
    {
        string? combined = null;
        for (var i = 0; i < headers.Count; i++)
            if (string.Equals(headers[i].Key, name, StringComparison.OrdinalIgnoreCase))
                combined = combined is null ? headers[i].Value : combined + separator + headers[i].Value;
        return combined;
    }
}
