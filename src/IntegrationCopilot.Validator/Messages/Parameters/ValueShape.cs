using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What text may become by a schema: the types it allows, and the shapes of items and members. Only typing; the schema judges.</summary>
internal sealed class ValueShape
{
    private const int MaxSchemas = 256;
    private readonly ApiSpec spec;
    private readonly List<RawNode> schemas = [];
    private readonly ConcurrentDictionary<string, ValueShape> members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, ValueShape> places = new();
    private readonly Lazy<ValueShape> items;
    private readonly int prefixCount;

    private ValueShape(ApiSpec spec, IEnumerable<RawNode> roots)
    {
        this.spec = spec;
        Roots = [.. roots];
        var structure = new SchemaStructure(spec);
        var types = JsonTypes.None;
        foreach (var root in Roots)
        {
            types |= structure.TypesOf(root);
            Collect(root);
        }
        Types = types == JsonTypes.None ? JsonTypes.Any : types;
        IsUnknown = schemas.TrueForAll(s => !s.IsObject || s.Count == 0);
        IsEncoded = schemas.Exists(SchemaTyping.IsEncoded);
        IsBinary = schemas.Exists(SchemaTyping.IsBinary);
        PropertyNames = schemas.SelectMany(s => s["properties"].Children).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        AllowsOtherProperties = !schemas.Exists(s => s["additionalProperties"].Kind == RawKind.False);
        prefixCount = schemas.Count == 0
            ? 0
            : schemas.Max(s => Math.Max(s["prefixItems"].IsArray ? s["prefixItems"].Count : 0, s["items"].IsArray ? s["items"].Count : 0));
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

    /// <summary>Whether the value is bytes encoded as text, such as base64.</summary>
    public bool IsEncoded { get; }

    /// <summary>Names of described members.</summary>
    public IReadOnlySet<string> PropertyNames { get; }

    /// <summary>Whether members beyond the described ones are allowed.</summary>
    public bool AllowsOtherProperties { get; }

    /// <summary>The shape of array items.</summary>
    public ValueShape Items => items.Value;

    /// <summary>The schemas as they are written where the value is described; none when it is not described.</summary>
    public IReadOnlyList<RawNode> Roots { get; }

    /// <summary>Whether a member must be there.</summary>
    public bool Requires(string name) => schemas.Exists(s => s["required"].Children.Any(n => n.IsString(name)));

    /// <summary>The shape of the item at a place: its own where places have schemas, else that of all items.</summary>
    public ValueShape ItemAt(int place)
    {
        if (prefixCount == 0) return Items;
        // All places behind those that have schemas of their own are alike.
        return places.GetOrAdd(Math.Min(place, prefixCount), static (p, shape) => new ValueShape(shape.spec, shape.schemas.SelectMany(s => SchemasAt(s, p))),
            this);
    }

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

    private static IEnumerable<RawNode> SchemasAt(RawNode schema, int place)
    {
        foreach (var keyword in (string[])["prefixItems", "items"])
            if (schema[keyword] is { IsArray: true } several && several[place] is { IsDefined: true } own) return [own];
        return schema["items"] is { IsObject: true } rest ? [rest] : [];
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
            foreach (var part in SchemaStructure.PartsOf(target)) open.Enqueue(part);
        }
    }
}
