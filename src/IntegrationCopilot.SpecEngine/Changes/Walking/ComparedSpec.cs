namespace IntegrationCopilot.SpecEngine;

/// <summary>One of the two versions.</summary>
internal sealed class ComparedSpec(ApiSpec spec, RawNode root, ObjectShape shape, CancellationToken cancellationToken)
{
    public ApiSpec Spec { get; } = spec;

    /// <summary>The root that is compared.</summary>
    public RawNode Root { get; } = root;

    public SchemaStructure Structure { get; } = new(spec);

    public UseGraph Uses => field ??= new UseGraph(Spec.Documents, Root, shape, cancellationToken);

    /// <summary>What one reference leads to; undefined when it leads nowhere.</summary>
    public RawNode Target(RawNode holder, RawNode reference) => Spec.Documents.ResolveReference(holder, reference);

    public RawNode Resolve(RawNode node) => Spec.Documents.Resolve(node);

    /// <summary>A document's name as seen from the entry document, which two versions in different folders share.</summary>
    public string NameOf(RawDocument document)
    {
        if (document.Name == Spec.Document.Name) return "";
        var folder = Spec.Document.Name[..(Spec.Document.Name.LastIndexOfAny(['/', '\\']) + 1)];
        return document.Name.StartsWith(folder, StringComparison.Ordinal) ? document.Name[folder.Length..] : document.Name;
    }
}
