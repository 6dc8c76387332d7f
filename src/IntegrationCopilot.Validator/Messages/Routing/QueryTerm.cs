namespace IntegrationCopilot.Validator;

/// <summary>A field of the query that a path template has of its own, such as <c>kind=note</c> or <c>lat={lat}</c>.</summary>
internal sealed class QueryTerm
{
    private readonly TemplateSegment value;

    private QueryTerm(string field, TemplateSegment value) => (Field, this.value) = (field, value);

    /// <summary>Name of the field.</summary>
    public string Field { get; }

    /// <summary>Names of the parameters in its value.</summary>
    public IReadOnlyList<string> Names => value.Names;

    public static QueryTerm[] Of(ReadOnlySpan<char> query) =>
        [.. FormFields.Parse(query).Select(
            field => new QueryTerm(field.Name, PathTemplate.ParseSegment(field.Raw.Replace("+", "%20", StringComparison.Ordinal))))];

    /// <summary>The terms of a template's query; none when it has no query.</summary>
    public static QueryTerm[] OfTemplate(string template) => Of(new UrlParts(template).Query);

    /// <summary>Whether a URL with these fields has the term.</summary>
    public bool IsIn(List<FormField> fields) => fields.Exists(field => field.Name == Field && TryMatch(field, out _));

    /// <summary>Values of its parameters, encoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values(List<FormField> fields)
    {
        foreach (var field in fields.Where(field => field.Name == Field))
            if (TryMatch(field, out var captured))
                return Names.Zip(captured, KeyValuePair.Create);
        return [];
    }

    private bool TryMatch(FormField field, out string[] captured)
    {
        var raw = field.Raw.Replace("+", "%20", StringComparison.Ordinal);
        var ranges = new Range[Names.Count];
        var fits = value.IsLiteral ? PercentCoding.Decode(raw) == value.Literal : value.TryMatch(raw, ranges);
        captured = fits ? [.. ranges.Select(range => raw[range])] : [];
        return fits;
    }
}
