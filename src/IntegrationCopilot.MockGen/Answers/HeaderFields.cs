namespace IntegrationCopilot.MockGen;

/// <summary>Looks up header fields.</summary>
internal static class HeaderFields
{
    /// <summary>The combined value of all fields of a name (RFC 9110, section 5.3); null when there is none.</summary>
    public static string? Combined(this IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        string? combined = null;
        for (var i = 0; i < headers.Count; i++)
            if (headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                combined = combined is null ? headers[i].Value : $"{combined}, {headers[i].Value}";
        return combined;
    }
}
