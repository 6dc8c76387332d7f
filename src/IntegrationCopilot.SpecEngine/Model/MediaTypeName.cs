using System.Net.Http.Headers;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A media type or a range of them, taken apart (RFC 9110, sections 8.3.1 and 12.5.1).</summary>
/// <remarks>Two are equal when their texts are.</remarks>
/// <threadsafety>Instances do not change.</threadsafety>
public sealed class MediaTypeName : IEquatable<MediaTypeName>
{
    private static readonly MediaTypeName Json = new("application/json", "application", "json", [], isWellFormed: true);

    private MediaTypeName(string text, string type, string subtype, IReadOnlyList<KeyValuePair<string, string>> parameters, bool isWellFormed)
    {
        Text = text;
        Type = type;
        Subtype = subtype;
        Parameters = parameters;
        IsWellFormed = isWellFormed;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>In lower case, for example <c>application</c>; <c>*</c> in ranges.</summary>
    public string Type { get; }

    /// <summary>In lower case, for example <c>problem+json</c>; <c>*</c>, or <c>*+json</c>, in ranges.</summary>
    public string Subtype { get; }

    /// <summary>Parameters with names in lower case, quotes removed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>Whether the text was a media type or range at all.</summary>
    public bool IsWellFormed { get; }

    /// <summary>Type and subtype in lower case, without parameters; what has no slash stands alone.</summary>
    public string Essence => Subtype.Length == 0 ? Type : $"{Type}/{Subtype}";

    /// <summary>One JSON value: <c>application/json</c>, <c>text/json</c> or a <c>+json</c> suffix (RFC 6839, section 3.1).</summary>
    public bool IsJson => (Type is "application" or "text" && Subtype == "json") || Subtype.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>A JSON Merge Patch (RFC 7396).</summary>
    public bool IsMergePatch => Type == "application" && Subtype == "merge-patch+json";

    /// <summary>Names and values as in a query string: <c>application/x-www-form-urlencoded</c>.</summary>
    public bool IsForm => Type == "application" && Subtype == "x-www-form-urlencoded";

    /// <summary>Several parts with a boundary between them (RFC 2046, section 5.1).</summary>
    public bool IsMultipart => Type == "multipart";

    /// <summary>A form of several parts (RFC 7578).</summary>
    public bool IsMultipartForm => IsMultipart && Subtype == "form-data";

    /// <summary>Data in XML; pages and pictures are XML too, but no schema describes their elements.</summary>
    public bool IsXml => HasXmlSyntax && Subtype is not ("xhtml+xml" or "svg+xml");

    /// <summary>Written in XML, be it data, a page or a picture.</summary>
    public bool HasXmlSyntax => (Type is "application" or "text" && Subtype == "xml") || Subtype.EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>Text that is no XML.</summary>
    public bool IsText => Type == "text" && !IsXml;

    /// <summary>Server-sent events.</summary>
    public bool IsEventStream => Type == "text" && Subtype == "event-stream";

    /// <summary>JSON text sequences (RFC 7464): each value follows a record separator.</summary>
    public bool IsJsonTextSequence => Subtype == "json-seq" || Subtype.EndsWith("+json-seq", StringComparison.Ordinal);

    /// <summary>One JSON value a line: JSON Lines and NDJSON.</summary>
    public bool IsJsonLines => Subtype is "jsonl" or "x-jsonl" or "x-ndjson" or "ndjson" or "jsonlines" or "x-jsonlines";

    /// <summary>JSON values one after another.</summary>
    public bool IsJsonSequence => IsJsonLines || IsJsonTextSequence;

    /// <summary>A media type that repeats one structure without anything around it (OpenAPI 3.2.0, section 4.14.4, "Sequential Media Types").</summary>
    public bool IsSequence => IsJsonSequence || IsEventStream || (IsMultipart && !IsMultipartForm);

    /// <summary>Whether it stands for several types (<c>*/*</c>, <c>text/*</c>, <c>application/*+json</c>), or is a word that names none.</summary>
    public bool IsRange => Type == "*" || Subtype.StartsWith('*') || Subtype.Length == 0;

    /// <summary>A parameter's value; null when it is not there.</summary>
    /// <param name="name">Its name in lower case.</param>
    public string? Parameter(string name)
    {
        foreach (var (key, value) in Parameters)
            if (key == name) return value;
        return null;
    }

    /// <summary>Takes a text apart; anything has a reading, but only media types and ranges are well-formed.</summary>
    /// <param name="text">For example <c>application/problem+json; charset=utf-8</c>.</param>
    public static MediaTypeName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == Json.Text) return Json;
        var essence = text.Split(';')[0].Trim().ToLowerInvariant();
        // Blanks around the slash are let pass by the parser, not by the standard.
        if (!essence.Any(char.IsWhiteSpace) && MediaTypeHeaderValue.TryParse(text.TrimEnd(' ', '\t', ';'), out var parsed))
            return Of(text, essence, parsed);
        var slash = essence.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new MediaTypeName(text, essence, essence == "*" ? "*" : "", [], isWellFormed: essence == "*")
            : new MediaTypeName(text, essence[..slash].Trim(), essence[(slash + 1)..].Trim(), [], isWellFormed: false);
    }

    /// <summary>
    /// How well this name or range covers a type: 0 not at all, then <c>*/*</c>, <c>type/*</c>, <c>type/*+suffix</c>, the type itself, and one more for each
    /// parameter that is the same.
    /// </summary>
    /// <remarks>
    /// A parameter with another value names another type; <c>charset</c> says how it is written, and one that is left out leaves it open. A description may
    /// have
    /// a word where a media type belongs: nobody can tell which is meant, so that it covers any, as <c>*/*</c> does.
    /// </remarks>
    /// <param name="other">A type.</param>
    public int Covers(MediaTypeName other)
    {
        ArgumentNullException.ThrowIfNull(other);
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

    /// <summary>Whether a type lies within this range, or is the same, parameters aside.</summary>
    /// <param name="other">A type.</param>
    public bool Contains(MediaTypeName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CoversEssence(other) > 0;
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

    /// <inheritdoc/>
    public bool Equals(MediaTypeName? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MediaTypeName);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>As it was written.</summary>
    public override string ToString() => Text;

    private static MediaTypeName Of(string text, string essence, MediaTypeHeaderValue parsed)
    {
        var slash = essence.IndexOf('/', StringComparison.Ordinal);
        var parameters = parsed.Parameters.Count == 0
            ? Array.Empty<KeyValuePair<string, string>>()
            : [.. parsed.Parameters.Select(p => new KeyValuePair<string, string>(p.Name.ToLowerInvariant(), Unquoted(p.Value ?? "")))];
        return new MediaTypeName(text, essence[..slash], essence[(slash + 1)..], parameters, isWellFormed: true);
    }

    /// <summary>What a quoted string says (RFC 9110, section 5.6.4).</summary>
    private static string Unquoted(string value)
    {
        if (value is not ['"', .. var inner, '"']) return value;
        if (!inner.Contains('\\')) return inner;
        var plain = new StringBuilder(inner.Length);
        for (var at = 0; at < inner.Length; at++)
            plain.Append(inner[at] == '\\' && at + 1 < inner.Length ? inner[++at] : inner[at]);
        return plain.ToString();
    }
}
