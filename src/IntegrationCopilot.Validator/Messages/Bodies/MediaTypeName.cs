using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.Validator;

/// <summary>A media type or range taken apart (RFC 9110, section 8.3.1).</summary>
internal sealed class MediaTypeName
{
    private MediaTypeName(string type, string subtype, IReadOnlyList<KeyValuePair<string, string>> parameters, bool isWellFormed)
    {
        Type = type;
        Subtype = subtype;
        Parameters = parameters;
        IsWellFormed = isWellFormed;
    }

    /// <summary>In lower case, for example <c>application</c>; <c>*</c> in ranges.</summary>
    public string Type { get; }

    /// <summary>In lower case, for example <c>problem+json</c>; <c>*</c>, or <c>*+json</c>, in ranges.</summary>
    public string Subtype { get; }

    /// <summary>Parameters with names in lower case, quotes removed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>Whether the text was a media type or range at all.</summary>
    public bool IsWellFormed { get; }

    public string Essence => $"{Type}/{Subtype}";

    public bool IsJson => (Type is "application" or "text" && Subtype == "json") || Subtype.EndsWith("+json", StringComparison.Ordinal);

    public bool IsForm => Type == "application" && Subtype == "x-www-form-urlencoded";

    public bool IsMultipart => Type == "multipart";

    public bool IsMultipartForm => IsMultipart && Subtype == "form-data";

    /// <summary>Data in XML; pages and pictures are XML too, but no schema describes their elements.</summary>
    public bool IsXml => (Type is "application" or "text" && Subtype == "xml")
        || (Subtype.EndsWith("+xml", StringComparison.Ordinal) && Subtype is not ("xhtml+xml" or "svg+xml"));

    public bool IsText => Type == "text" && !IsXml;

    public bool IsEventStream => Type == "text" && Subtype == "event-stream";

    /// <summary>JSON text sequences (RFC 7464): each value follows a record separator.</summary>
    public bool IsJsonTextSequence => Subtype == "json-seq" || Subtype.EndsWith("+json-seq", StringComparison.Ordinal);

    /// <summary>One JSON value a line: JSON Lines and NDJSON.</summary>
    public bool IsJsonLines => Subtype is "jsonl" or "x-jsonl" or "x-ndjson" or "ndjson" or "jsonlines" or "x-jsonlines";

    /// <summary>A media type that repeats one structure without anything around it (OpenAPI 3.2.0, section 4.14.4, "Sequential Media Types").</summary>
    public bool IsSequence => IsJsonLines || IsJsonTextSequence || IsEventStream || (IsMultipart && !IsMultipartForm);

    public bool IsRange => Type == "*" || Subtype.StartsWith('*');

    /// <summary>A parameter's value; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var (key, value) in Parameters)
            if (key == name) return value;
        return null;
    }

    /// <summary>Takes a text apart; anything has a reading, but only media types and ranges are well-formed.</summary>
    public static MediaTypeName Parse(string text)
    {
        var essence = text.Split(';')[0].Trim().ToLowerInvariant();
        // Blanks around the slash are let pass by the parser, not by the standard.
        if (!essence.Any(char.IsWhiteSpace) && MediaTypeHeaderValue.TryParse(text, out var parsed)) return Of(parsed);
        var slash = essence.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new MediaTypeName(essence, essence == "*" ? "*" : "", [], isWellFormed: essence == "*")
            : new MediaTypeName(essence[..slash].Trim(), essence[(slash + 1)..].Trim(), [], isWellFormed: false);
    }

    /// <summary>The ranges of an <c>Accept</c> header or the types of a list; what is none is left out.</summary>
    public static IReadOnlyList<MediaTypeName> ParseList(string text) =>
        MediaTypeHeaderValue.TryParseList([text], out var parsed) ? [.. parsed.Select(Of)] : [];

    /// <summary>
    /// How well this name or range covers a type: 0 not at all, then <c>*/*</c>, <c>type/*</c>, <c>type/*+suffix</c>, the type itself, and one more for each
    /// parameter that is the same.
    /// </summary>
    /// <remarks>
    /// A parameter with another value names another type; <c>charset</c> says how it is written, and one that is left out leaves it open. A description may have
    /// a word where a media type belongs: nobody can tell which is meant, so that it covers any, as <c>*/*</c> does.
    /// </remarks>
    public int Covers(MediaTypeName other)
    {
        var essence = CoversEssence(other);
        if (essence == 0) return 0;
        var (shared, open) = (0, 0);
        foreach (var (name, value) in Parameters)
        {
            if (name is "q" or "charset" or "boundary") continue;
            if (other.Parameter(name) is not { } sent) open = 1;
            else if (string.Equals(sent, value, StringComparison.OrdinalIgnoreCase)) shared++;
            else return 0;
        }
        return essence + shared - open;
    }

    private int CoversEssence(MediaTypeName other)
    {
        if (Type == "*" || (Subtype.Length == 0 && !IsWellFormed && other.IsWellFormed)) return 1;
        if (Type != other.Type) return 0;
        if (Subtype == "*") return 2;
        if (Subtype == other.Subtype) return 5;
        return Subtype.StartsWith("*+", StringComparison.Ordinal) && other.Subtype.Length >= Subtype.Length
            && other.Subtype.EndsWith(Subtype[1..], StringComparison.Ordinal) ? 3 : 0;
    }

    private static MediaTypeName Of(MediaTypeHeaderValue parsed)
    {
        var parameters = parsed.Parameters.Count == 0
            ? Array.Empty<KeyValuePair<string, string>>()
            : [.. parsed.Parameters.Select(p => new KeyValuePair<string, string>(p.Name.ToString().ToLowerInvariant(), p.GetUnescapedValue().ToString()))];
        return new MediaTypeName(parsed.Type.ToString().ToLowerInvariant(), parsed.SubType.ToString().ToLowerInvariant(), parameters, isWellFormed: true);
    }
}
