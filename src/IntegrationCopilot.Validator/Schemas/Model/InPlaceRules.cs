using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords that apply schemas to the same value.</summary>
internal sealed class InPlaceRules
{
    /// <summary><c>$ref</c>, and <c>$recursiveRef</c> or <c>$dynamicRef</c> that can lead to one place only.</summary>
    public SchemaNode? Reference;

    /// <summary>A reference that leads nowhere: nothing is known of the value, and nothing held against it.</summary>
    public RawNode Unresolved;

    public DynamicReference? Dynamic;
    public SchemaNode[] AllOf = [];
    public SchemaNode[] AnyOf = [];
    public SchemaNode[] OneOf = [];
    public SchemaNode? Not;
    public SchemaNode? If;
    public SchemaNode? Then;
    public SchemaNode? Else;

    /// <summary>Decides among <see cref="Discriminated"/> by the value of one property.</summary>
    public Discriminator? Discriminator;

    /// <summary>The alternatives a discriminator chooses from.</summary>
    public SchemaNode[] Discriminated => OneOf.Length > 0 ? OneOf : AnyOf;

    /// <summary>The schemas; of a dynamic reference the one it leads to by itself.</summary>
    public IEnumerable<SchemaNode> All()
    {
        if (Reference is not null) yield return Reference;
        if (Dynamic is not null) yield return Dynamic.Initial;
        foreach (var schema in AllOf) yield return schema;
        foreach (var schema in AnyOf) yield return schema;
        foreach (var schema in OneOf) yield return schema;
        if (Not is not null) yield return Not;
        if (If is not null) yield return If;
        if (Then is not null) yield return Then;
        if (Else is not null) yield return Else;
    }
}

/// <summary>A <c>$dynamicRef</c> or <c>$recursiveRef</c>: the outermost resource entered that offers the anchor decides.</summary>
internal sealed class DynamicReference
{
    private Dictionary<SchemaResource, SchemaNode> candidates = [];

    public DynamicReference(string anchor, SchemaNode initial)
    {
        Anchor = anchor;
        Initial = initial;
    }

    /// <summary>Name of the anchor; empty for <c>$recursiveRef</c>.</summary>
    public string Anchor { get; }

    /// <summary>Where it leads when no resource entered offers the anchor.</summary>
    public SchemaNode Initial { get; }

    /// <summary>Adds a candidate; evaluations under way keep the ones they began with.</summary>
    public void Offer(SchemaResource resource, SchemaNode target)
    {
        if (!candidates.ContainsKey(resource)) candidates = new(candidates) { [resource] = target };
    }

    public SchemaNode Resolve(ReadOnlySpan<SchemaResource> scope)
    {
        foreach (var resource in scope)
            if (candidates.TryGetValue(resource, out var target)) return target;
        return Initial;
    }
}
