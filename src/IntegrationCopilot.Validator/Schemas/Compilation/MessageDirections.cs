using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Finds the properties that the direction of a message makes unwelcome: <c>readOnly</c> in requests, <c>writeOnly</c> in responses.</summary>
internal sealed class MessageDirections
{
    private const int MaxHops = 16;
    private readonly ResourceIndex index;
    private readonly string? mark;
    private readonly Dictionary<SchemaNode, HashSet<string>> inherited = [];

    public MessageDirections(MessageDirection direction, ResourceIndex index)
    {
        this.index = index;
        mark = direction switch { MessageDirection.Request => "readOnly", MessageDirection.Response => "writeOnly", _ => null };
    }

    /// <summary>Names under <c>properties</c> of this schema object whose schemas carry the mark.</summary>
    public IEnumerable<string> UnwelcomeProperties(RawNode schema, SchemaResource resource)
    {
        if (mark is null) return [];
        return schema["properties"].Children.Where(p => IsMarked(p, resource, 0)).Select(p => p.Name);
    }

    /// <summary>The same, with those of its <c>allOf</c> and of the schema around it.</summary>
    public HashSet<string> UnwelcomeNames(SchemaNode node)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        if (mark is null) return names;
        Collect(node.Source, node.Resource, names, 0);
        if (inherited.TryGetValue(node, out var more)) names.UnionWith(more);
        return names;
    }

    /// <summary>Passes names to a branch that is written in place; one that is referred to belongs to others too.</summary>
    public void Inherit(SchemaNode branch, HashSet<string> names)
    {
        if (!branch.Source["$ref"].IsDefined) inherited[branch] = names;
    }

    private void Collect(RawNode schema, SchemaResource resource, HashSet<string> names, int hops)
    {
        if (hops > MaxHops) return;
        if (Follow(schema, ref resource) is { IsDefined: true } target) Collect(target, resource, names, hops + 1);
        names.UnionWith(UnwelcomeProperties(schema, resource));
        foreach (var branch in schema["allOf"].Children) Collect(branch, resource, names, hops + 1);
    }

    private bool IsMarked(RawNode schema, SchemaResource resource, int hops)
    {
        if (hops > MaxHops || !schema.IsObject) return false;
        if (schema[mark!].GetBoolean() == true && (!resource.Dialect.ReferenceStandsAlone || !schema["$ref"].IsDefined)) return true;
        if (Follow(schema, ref resource) is { IsDefined: true } target && IsMarked(target, resource, hops + 1)) return true;
        foreach (var branch in schema["allOf"].Children)
            if (IsMarked(branch, resource, hops + 1)) return true;
        return false;
    }

    private RawNode Follow(RawNode schema, ref SchemaResource resource)
    {
        if (schema["$ref"].GetString() is not { } reference || index.Follow(resource, schema, reference, out _) is not { Node.IsDefined: true } target)
            return default;
        resource = target.Resource;
        return target.Node;
    }
}
