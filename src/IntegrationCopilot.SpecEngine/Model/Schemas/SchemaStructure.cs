namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// Reads what schemas say of the structure of their values: types, members, items, what must be there. References are followed and compositions unfolded, to a
/// bounded depth and number, so that recursion ends.
/// </summary>
/// <remarks>
/// <para>Nothing is evaluated: a value may break a schema although its structure is as read here.</para>
/// <para>Members of <c>allOf</c>, <c>oneOf</c> and <c>anyOf</c> count as the object's own. At most <see cref="MaxMembers"/> of an object are read, at most 8
/// compositions deep.</para>
/// </remarks>
/// <threadsafety>Remembers what it has read: an instance is for one thread at a time.</threadsafety>
public sealed class SchemaStructure
{
    /// <summary>Members of one object that are read at most.</summary>
    public const int MaxMembers = 1_000;

    private const int MaxDepth = 8;
    private readonly RawDocumentSet documents;
    private readonly Dictionary<RawNode, IReadOnlyDictionary<string, RawNode>> known = [];

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API whose schemas are read.</param>
    public SchemaStructure(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        documents = spec.Documents;
    }

    /// <summary>
    /// The fields of an object by name, as vendors vary names: case, dashes, underscores, dots, brackets, spaces, <c>$</c> and <c>@</c> do not count, and of
    /// two alike the first stays, unless only the other says what is inside.
    /// </summary>
    /// <returns>The name as written to the schema, references not yet followed; empty when the schema describes no field.</returns>
    public IReadOnlyDictionary<string, RawNode> FieldsOf(RawNode schema)
    {
        if (schema.Count == 1) schema = documents.Resolve(schema);
        if (!schema.IsObject) return Empty;
        if (known.TryGetValue(schema, out var found)) return found;
        var fields = new Dictionary<string, RawNode>(LooseNames.Comparer);
        Collect(schema, fields, MaxDepth);
        return known[schema] = fields.Count == 0 ? Empty : fields;
    }

    /// <summary>The fields of the first representation that has any, as <see cref="FieldsOf(RawNode)"/> gives them.</summary>
    public IReadOnlyDictionary<string, RawNode> FieldsOf(IReadOnlyList<ApiMediaType> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        foreach (var type in content)
            if (FieldsOf(type.Schema) is { Count: > 0 } fields) return fields;
        return Empty;
    }

    /// <summary>The members of an object by their exact names, those of compositions first, each once, and whether they must be there.</summary>
    public IReadOnlyList<SchemaMember> MembersOf(RawNode schema) => new MemberReading(documents).Of(schema);

    /// <summary>Whether an object without that field is wrong, by the schema or one that it is composed of.</summary>
    public bool Requires(RawNode schema, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Requires(schema, name, MaxDepth);
    }

    /// <summary>The schema of an array's items, references not yet followed; undefined when none is given, or each item has its own.</summary>
    public RawNode ItemsOf(RawNode schema)
    {
        var items = documents.Resolve(schema).FindMember("items"u8);
        return items.IsArray ? default : items;
    }

    /// <summary>
    /// Whether a schema says, by <c>type</c> or by its <c>const</c> or <c>enum</c>, that values are of one of these types, or of several among which one is.
    /// </summary>
    /// <returns>False also when the schema does not say.</returns>
    public bool IsOfType(RawNode schema, JsonTypes types) => (SchemaTypeReading.Said(documents.Resolve(schema)) & types) != 0;

    /// <summary>The types a schema allows; <see cref="JsonTypes.Any"/> when it does not say. Contradictions limit nothing.</summary>
    public JsonTypes TypesOf(RawNode schema) => new SchemaTypeReading(documents).TypesOf(schema);

    /// <summary>
    /// As <see cref="TypesOf"/>, but without strings where they are only another spelling of numbers: <c>type: [integer, string]</c> with a number's format or
    /// pattern, as Microsoft.AspNetCore.OpenApi writes it.
    /// </summary>
    public JsonTypes MeantTypesOf(RawNode schema)
    {
        var types = TypesOf(schema);
        return (types & JsonTypes.String) != 0 && (types & (JsonTypes.Integer | JsonTypes.Number)) != 0 && NumberText.IsSpelledAsText(documents.Resolve(schema))
            ? types & ~JsonTypes.String
            : types;
    }

    /// <summary>Whether a schema says itself that values may be null, by <c>nullable</c> (OpenAPI 3.0) or <c>x-nullable</c>.</summary>
    public static bool IsNullable(RawNode schema) =>
        schema.FindMember("nullable"u8).GetBoolean() == true || schema.FindMember("x-nullable"u8).GetBoolean() == true;

    /// <summary>The schemas that a schema is composed of: those of <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>, references not yet followed.</summary>
    public static IEnumerable<RawNode> PartsOf(RawNode schema) =>
        schema.FindMember("allOf"u8).Children.Concat(schema.FindMember("anyOf"u8).Children).Concat(schema.FindMember("oneOf"u8).Children);

    /// <summary>The schema that references lead to; undefined when they lead nowhere or in a circle.</summary>
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
        return target.FindMember("required"u8).Children.Any(required => required.IsString(name))
            || target.FindMember("allOf"u8).Children.Any(part => Requires(part, name, depth - 1));
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
        if (fields.Count >= MaxMembers || fields.TryAdd(name, field)) return;
        if (IsBare(fields[name]) && !IsBare(field)) fields[name] = field;
    }

    private static bool IsBare(RawNode schema) =>
        !schema.FindMember("properties"u8).IsDefined && !schema.FindMember("$ref"u8).IsDefined && !schema.FindMember("allOf"u8).IsDefined
            && !schema.FindMember("items"u8).IsDefined;
}
