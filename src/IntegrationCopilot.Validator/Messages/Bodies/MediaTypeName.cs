namespace IntegrationCopilot.Validator;

/// <summary>A media type or range taken apart (RFC 9110, section 8.3.1).</summary>
internal sealed class MediaTypeName
{
    private MediaTypeName(string type, string subtype, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        Type = type;
        Subtype = subtype;
        Parameters = parameters;
    }

    /// <summary>In lower case, for example <c>application</c>; <c>*</c> in ranges.</summary>
    public string Type { get; }

    /// <summary>In lower case, for example <c>problem+json</c>; <c>*</c> in ranges.</summary>
    public string Subtype { get; }

    /// <summary>Parameters with names in lower case, quotes removed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    public string Essence => $"{Type}/{Subtype}";

    public bool IsJson => (Type is "application" or "text" && Subtype == "json") || Subtype.EndsWith("+json", StringComparison.Ordinal);

    public bool IsForm => Type == "application" && Subtype == "x-www-form-urlencoded";

    public bool IsMultipartForm => Type == "multipart" && Subtype == "form-data";

    public bool IsXml => Subtype == "xml" || Subtype.EndsWith("+xml", StringComparison.Ordinal);

    public bool IsText => Type == "text" && !IsXml;

    /// <summary>One JSON value a line: JSON Lines, NDJSON and JSON text sequences (RFC 7464).</summary>
    public bool IsJsonSequence => Subtype is "jsonl" or "x-jsonl" or "x-ndjson" or "ndjson" or "json-seq" || Subtype.EndsWith("+json-seq", StringComparison.Ordinal);

    public bool IsRange => Type == "*" || Subtype == "*";

    /// <summary>A parameter's value; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var (key, value) in Parameters)
            if (key == name) return value;
        return null;
    }

    /// <summary>Takes a text apart; anything has a reading, odd texts get an empty subtype.</summary>
    public static MediaTypeName Parse(string text)
    {
        var parts = HeaderParts.Split(text, ';');
        var essence = parts.Count == 0 ? "" : parts[0].Trim().ToLowerInvariant();
        var slash = essence.IndexOf('/', StringComparison.Ordinal);
        var type = slash < 0 ? essence : essence[..slash].Trim();
        var subtype = slash < 0 ? (essence == "*" ? "*" : "") : essence[(slash + 1)..].Trim();
        return new MediaTypeName(type, subtype, [.. parts.Skip(1).Select(HeaderParts.Parameter).Where(p => p.Key.Length > 0)]);
    }

    /// <summary>How well this name or range covers a type: 0 not at all, then <c>*/*</c>, <c>type/*</c>, the type itself, and one more for each parameter that is the same.</summary>
    public int Covers(MediaTypeName other)
    {
        if (Type == "*") return 1;
        if (Type != other.Type) return 0;
        if (Subtype == "*") return 2;
        if (Subtype != other.Subtype) return 0;
        var shared = 0;
        foreach (var (name, value) in Parameters)
        {
            if (name is "q" or "charset") continue;
            if (!string.Equals(other.Parameter(name), value, StringComparison.OrdinalIgnoreCase)) return 3;
            shared++;
        }
        return 4 + shared;
    }
}
