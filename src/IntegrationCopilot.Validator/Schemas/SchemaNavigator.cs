using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A schema, and through which schema resources it was reached; where a <c>$dynamicRef</c> leads depends on them.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct SchemaPlace
{
    internal SchemaPlace(RawNode schema, DynamicScope? scope)
    {
        Schema = schema;
        Scope = scope;
    }

    /// <summary>The schema.</summary>
    public RawNode Schema { get; }

    /// <summary>Whether the schemas around it decide where a reference in it leads, so that it cannot be judged by itself.</summary>
    public bool IsScoped => Scope is not null;

    internal DynamicScope? Scope { get; }
}

/// <summary>The resources entered that offer dynamic anchors, the innermost first.</summary>
internal sealed record DynamicScope(SchemaResource Resource, DynamicScope? Outer);

/// <summary>Follows the references of schemas to where evaluation follows them.</summary>
/// <remarks>Source: JSON Schema core 2020-12, section 8.2.3; 2019-09, section 8.2.4.2 for <c>$recursiveRef</c>.</remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class SchemaNavigator
{
    private readonly ConcurrentDictionary<SchemaPlace, IReadOnlyList<SchemaPlace>> targets = new();
    private readonly ResourceIndex index;
    private readonly Dialect dialect;
    private readonly Lock gate;

    internal SchemaNavigator(SchemaCompiler compiler, Lock gate)
    {
        index = compiler.Index;
        dialect = Dialect.Of(compiler.Options.Dialect);
        this.gate = gate;
    }

    /// <summary>Whether keywords beside <c>$ref</c> count: since 2019-09 and OpenAPI 3.1; before, they are ignored.</summary>
    public bool SiblingsCount => !dialect.ReferenceStandsAlone;

    /// <summary>The place of a schema that nothing is known to lie around.</summary>
    /// <param name="schema">A schema of the API's documents.</param>
    public SchemaPlace Enter(RawNode schema)
    {
        if (!schema.IsObject || dialect.ReferenceStandsAlone) return new SchemaPlace(schema, null);
        lock (gate) return new SchemaPlace(schema, Within(null, ResourceOf(schema)));
    }

    /// <summary>The place of a schema that stands within another.</summary>
    /// <param name="around">The other.</param>
    /// <param name="part">The schema.</param>
    public SchemaPlace Enter(SchemaPlace around, RawNode part)
    {
        if (!part.IsObject || dialect.ReferenceStandsAlone || !part["$id"].IsDefined) return new SchemaPlace(part, around.Scope);
        lock (gate) return new SchemaPlace(part, Within(around.Scope, ResourceOf(part)));
    }

    /// <summary>
    /// Where the references of a schema lead: <c>$ref</c>, <c>$dynamicRef</c>, <c>$recursiveRef</c>. None for a schema without, and for references that lead
    /// nowhere.
    /// </summary>
    /// <param name="place">The schema.</param>
    public IReadOnlyList<SchemaPlace> Follow(SchemaPlace place)
    {
        if (!place.Schema.IsObject) return [];
        if (targets.TryGetValue(place, out var known)) return known;
        lock (gate) return targets.GetOrAdd(place, static (p, navigator) => navigator.Find(p), this);
    }

    private IReadOnlyList<SchemaPlace> Find(SchemaPlace place)
    {
        var found = new List<SchemaPlace>();
        var resource = ResourceOf(place.Schema);
        Add(Target(place, "$ref", resource));
        if (resource.Dialect.Edition == SchemaDialect.Draft202012 && Target(place, "$dynamicRef", resource) is { } dynamic)
            Add(dynamic.DynamicAnchor is { } anchor && Outermost(place.Scope, r => r.DynamicAnchors.ContainsKey(anchor)) is { } offering
                ? new ReferenceTarget(offering.DynamicAnchors[anchor], offering, anchor) : dynamic);
        if (resource.Dialect.Edition == SchemaDialect.Draft201909 && Target(place, "$recursiveRef", resource) is { } recursive)
            Add(recursive.Resource.IsRecursiveAnchor && recursive.Node == recursive.Resource.Root
                && Outermost(place.Scope, r => r.IsRecursiveAnchor) is { } outer
                ? new ReferenceTarget(outer.Root, outer, null) : recursive);
        return found;

        void Add(ReferenceTarget? target)
        {
            if (target is { Node.IsDefined: true } led) found.Add(new SchemaPlace(led.Node, Within(place.Scope, led.Resource)));
        }
    }

    private ReferenceTarget? Target(SchemaPlace place, string keyword, SchemaResource resource) =>
        place.Schema[keyword].GetString() is { } reference && index.Follow(resource, place.Schema, reference, out _) is { Node.IsDefined: true } target
            ? target
            : null;

    private static SchemaResource? Outermost(DynamicScope? scope, Func<SchemaResource, bool> offers)
    {
        SchemaResource? found = null;
        for (; scope is not null; scope = scope.Outer)
            if (offers(scope.Resource)) found = scope.Resource;
        return found;
    }

    /// <summary>Resources that offer nothing decide nothing, and one that was entered before decides no more.</summary>
    private static DynamicScope? Within(DynamicScope? scope, SchemaResource resource)
    {
        if (resource.DynamicAnchors.Count == 0 && !resource.IsRecursiveAnchor) return scope;
        for (var known = scope; known is not null; known = known.Outer)
            if (known.Resource == resource) return scope;
        return new DynamicScope(resource, scope);
    }

    private SchemaResource ResourceOf(RawNode schema) => index.OfSubschema(schema, index.Around(schema) ?? index.OfDocument(schema.Document!, dialect));
}
