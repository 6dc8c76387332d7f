namespace IntegrationCopilot.SpecEngine;

/// <summary>The fields an object schema has at its top, with those of the schemas it is composed of.</summary>
internal sealed class SchemaFields(RawDocumentSet documents)
{
    private const int MaxDepth = 8;
    private const int MaxFields = 1_000;
    private readonly Dictionary<RawNode, IReadOnlyDictionary<string, RawNode>> known = [];

    /// <summary>Field name to its schema, references not yet followed; names compare as <see cref="LooseNames"/> does; of two alike the first stays, unless only the other says what is inside.</summary>
    public IReadOnlyDictionary<string, RawNode> Of(RawNode schema)
    {
        if (schema.Count == 1) schema = documents.Resolve(schema);
        if (!schema.IsObject) return Empty;
        if (known.TryGetValue(schema, out var found)) return found;
        var fields = new Dictionary<string, RawNode>(LooseNames.Comparer);
        Collect(schema, fields, MaxDepth);
        return known[schema] = fields.Count == 0 ? Empty : fields;
    }

    /// <summary>The fields of the first JSON representation that has any.</summary>
    public IReadOnlyDictionary<string, RawNode> Of(IReadOnlyList<ApiMediaType> content)
    {
        foreach (var type in content)
            if (Of(type.Schema) is { Count: > 0 } fields) return fields;
        return Empty;
    }

    /// <summary>Whether an object without that field is wrong by the schema or one that it is composed of.</summary>
    public bool Requires(RawNode schema, string name) => Requires(schema, name, MaxDepth);

    /// <summary>Whether a schema, references followed, is of a type, or of one of several among which it is.</summary>
    public bool IsOfType(RawNode schema, string type)
    {
        var given = documents.Resolve(schema).FindMember("type"u8);
        return given.IsString(type) || (given.IsArray && given.Children.Any(t => t.IsString(type)));
    }

    public RawNode Resolve(RawNode schema) => documents.Resolve(schema);

    private static IReadOnlyDictionary<string, RawNode> Empty { get; } = new Dictionary<string, RawNode>();

    private void Collect(RawNode schema, Dictionary<string, RawNode> fields, int depth)
    {
        if (depth == 0 || !schema.IsObject) return;
        foreach (var member in schema.Children)
        {
            if (member.NameEquals("properties"u8) && member.IsObject)
            {
                foreach (var field in member.Children) Add(field.Name, field, fields);
            }
            else if (member.NameEquals("$ref"u8))
            {
                Merge(documents.Resolve(schema), fields, depth);
            }
            else if (member.NameEquals("allOf"u8) || member.NameEquals("oneOf"u8) || member.NameEquals("anyOf"u8))
            {
                foreach (var part in member.Children) Merge(part, fields, depth);
            }
        }
    }

    private bool Requires(RawNode schema, string name, int depth)
    {
        if (depth == 0) return false;
        var target = documents.Resolve(schema);
        return target.FindMember("required"u8).Children.Any(required => required.IsString(name)) || target.FindMember("allOf"u8).Children.Any(part => Requires(part, name, depth - 1));
    }

    private void Merge(RawNode part, Dictionary<string, RawNode> fields, int depth)
    {
        if (known.TryGetValue(part, out var done))
        {
            foreach (var (name, field) in done)
                Add(name, field, fields);
        }
        else
        {
            Collect(part, fields, depth - 1);
        }
    }

    /// <summary>A wrapper often only names a field that a later part describes.</summary>
    private static void Add(string name, RawNode field, Dictionary<string, RawNode> fields)
    {
        if (fields.Count >= MaxFields || fields.TryAdd(name, field)) return;
        if (IsBare(fields[name]) && !IsBare(field)) fields[name] = field;
    }

    private static bool IsBare(RawNode schema) =>
        !schema.FindMember("properties"u8).IsDefined && !schema.FindMember("$ref"u8).IsDefined && !schema.FindMember("allOf"u8).IsDefined && !schema.FindMember("items"u8).IsDefined;
}
