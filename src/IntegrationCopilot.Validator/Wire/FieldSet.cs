namespace IntegrationCopilot.Validator;

/// <summary>The fields of a query, form body, cookie header or matrix segment, found by name.</summary>
internal sealed class FieldSet
{
    private static readonly List<FormField> None = [];
    private readonly Dictionary<string, List<FormField>> byName = new(StringComparer.Ordinal);

    public FieldSet(IReadOnlyList<FormField> fields)
    {
        All = fields;
        foreach (var field in fields)
        {
            if (!byName.TryGetValue(field.Name, out var group)) byName[field.Name] = group = [];
            group.Add(field);
        }
    }

    /// <summary>All fields in order.</summary>
    public IReadOnlyList<FormField> All { get; }

    /// <summary>The names used, each once.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The fields of one name in order; none when it is not used.</summary>
    public IReadOnlyList<FormField> Of(string name) => byName.GetValueOrDefault(name, None);

    public bool Has(string name) => byName.ContainsKey(name);

    public static FieldSet OfQuery(ReadOnlySpan<char> query) => new(FormFields.Parse(query));

    /// <summary>Fields separated by semicolons: the Cookie header (RFC 6265, section 4.2.1) and matrix style.</summary>
    public static FieldSet OfSemicolons(ReadOnlySpan<char> text)
    {
        var fields = new List<FormField>();
        foreach (var range in text.Split(';'))
        {
            var pair = text[range].Trim();
            if (pair.IsEmpty) continue;
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            fields.Add(new FormField(PercentCoding.Decode(name), equals < 0 ? "" : pair[(equals + 1)..].Trim().Trim('"').ToString(), equals >= 0));
        }
        return new FieldSet(fields);
    }
}
