using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Schemas by the names under which a description keeps them, and which are built on which.</summary>
internal sealed class SchemaNames
{
    private static readonly string[] Shelves = ["/components/schemas", "/definitions"];
    private readonly RawDocumentSet? documents;
    private readonly Lazy<ILookup<RawNode, RawNode>> derived;

    public SchemaNames(RawDocumentSet? documents)
    {
        this.documents = documents;
        derived = new Lazy<ILookup<RawNode, RawNode>>(FindDerived);
    }

    /// <summary>The schema kept under a name, in the document that uses it or in the one that reading began with; undefined when there is none.</summary>
    public RawNode Find(RawDocument user, string name)
    {
        foreach (var document in (RawDocument[])[user, documents?.Entry ?? user])
            foreach (var shelf in Shelves)
                if (document.Find(shelf)[name] is { IsDefined: true } found) return found;
        return default;
    }

    /// <summary>The name a schema is kept under; null when it is written in place.</summary>
    public static string? NameOf(RawNode schema) => schema.Parent is { IsDefined: true, Name: "schemas" or "definitions" or "$defs" } ? schema.Name : null;

    /// <summary>What a chain of references ends at.</summary>
    public RawNode Final(RawNode schema) => documents?.Resolve(schema) ?? schema;

    /// <summary>The named schemas built on a schema by <c>allOf</c>, directly or through others.</summary>
    public IEnumerable<RawNode> DerivedFrom(RawNode schema)
    {
        var seen = new HashSet<RawNode> { schema };
        var open = new Queue<RawNode>([schema]);
        while (open.TryDequeue(out var parent))
            foreach (var child in derived.Value[parent])
            {
                if (!seen.Add(child)) continue;
                yield return child;
                open.Enqueue(child);
            }
    }

    private ILookup<RawNode, RawNode> FindDerived()
    {
        var named = (documents?.All ?? []).SelectMany(d => Shelves.SelectMany(shelf => d.Find(shelf).Children));
        return named.SelectMany(child =>
            child["allOf"].Children.Where(part => part["$ref"].Kind == RawKind.String).Select(part => (Parent: Final(part), Child: child)))
            .ToLookup(pair => pair.Parent, pair => pair.Child);
    }
}
