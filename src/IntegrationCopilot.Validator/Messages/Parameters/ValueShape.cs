using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The JSON types a value may have.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
    Any = Null | Boolean | Integer | Number | String | Array | Object,
}

/// <summary>What text may become by a schema: the types it allows, and the shapes of items and members. Only typing; the schema judges.</summary>
internal sealed class ValueShape
{
    private const int MaxSchemas = 256;
    private readonly ApiSpec spec;
    private readonly List<RawNode> schemas = [];
    private readonly ConcurrentDictionary<string, ValueShape> members = new(StringComparer.Ordinal);
    private readonly Lazy<ValueShape> items;

    private ValueShape(ApiSpec spec, IEnumerable<RawNode> roots)
    {
        this.spec = spec;
        var typing = new SchemaTyping(spec);
        var types = JsonTypes.None;
        foreach (var root in roots)
        {
            types |= typing.TypesOf(root);
            Collect(root);
        }
        Types = types == JsonTypes.None ? JsonTypes.Any : types;
        IsUnknown = schemas.TrueForAll(s => !s.IsObject || s.Count == 0);
        IsBinary = schemas.Exists(SchemaTyping.IsBinary);
        PropertyNames = schemas.SelectMany(s => s["properties"].Children).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        AllowsOtherProperties = !schemas.Exists(s => s["additionalProperties"].Kind == RawKind.False);
        items = new Lazy<ValueShape>(() => new ValueShape(spec, schemas.SelectMany(ItemSchemas)));
    }

    /// <summary>Allowed types; all of them when the schema says nothing.</summary>
    public JsonTypes Types { get; }

    /// <summary>Whether there is no schema, or one that says nothing.</summary>
    public bool IsUnknown { get; }

    /// <summary>Whether some text within may be a string as well as something else.</summary>
    public bool MayBeText => Allows(JsonTypes.String | JsonTypes.Array | JsonTypes.Object);

    /// <summary>Whether the value is bytes, not text.</summary>
    public bool IsBinary { get; }

    /// <summary>Names of described members.</summary>
    public IReadOnlySet<string> PropertyNames { get; }

    /// <summary>Whether members beyond the described ones are allowed.</summary>
    public bool AllowsOtherProperties { get; }

    /// <summary>The shape of array items.</summary>
    public ValueShape Items => items.Value;

    public static ValueShape Of(ApiSpec spec, RawNode schema) => new(spec, [schema]);

    public bool Allows(JsonTypes type) => (Types & type) != 0;

    /// <summary>The shape of a member.</summary>
    public ValueShape Property(string name) => members.GetOrAdd(name, static (n, shape) => new ValueShape(shape.spec, shape.MemberSchemas(n)), this);

    private IEnumerable<RawNode> MemberSchemas(string name)
    {
        var described = schemas.Select(s => s["properties"][name]).Where(s => s.IsDefined).ToList();
        return described.Count > 0 ? described : schemas.Select(s => s["additionalProperties"]).Where(s => s.IsObject);
    }

    private static IEnumerable<RawNode> ItemSchemas(RawNode schema)
    {
        if (schema["items"] is { IsObject: true } single) yield return single;
        foreach (var keyword in (string[])["prefixItems", "items"])
            if (schema[keyword] is { IsArray: true } several)
                foreach (var item in several.Children) yield return item;
    }

    /// <summary>The schema with everything it refers to and is composed of, breadth first.</summary>
    private void Collect(RawNode root)
    {
        var open = new Queue<RawNode>([root]);
        while (open.TryDequeue(out var next) && schemas.Count < MaxSchemas)
        {
            var target = spec.Resolve(next);
            if (target != next && next.Count > 1 && !schemas.Contains(next)) schemas.Add(next);
            if (!target.IsDefined || schemas.Contains(target)) continue;
            schemas.Add(target);
            foreach (var part in SchemaTyping.Parts(target)) open.Enqueue(part);
        }
    }
}
