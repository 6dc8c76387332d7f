namespace IntegrationCopilot.SpecEngine;

/// <summary>The <c>$id</c>s and anchors of schemas (JSON Schema 2020-12, section 8.2), and references by them.</summary>
/// <remarks><c>$dynamicAnchor</c> counts as an anchor: which one a <c>$dynamicRef</c> means at last is known only to who evaluates a value.</remarks>
internal sealed class DocumentIdentifiers
{
    private readonly Dictionary<string, RawNode> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(RawDocument, string), RawNode> anchors = [];
    private readonly HashSet<RawDocument> withIds = [];

    /// <summary>Whether schemas of the document have identifiers of their own, so that a reference depends on where it stands.</summary>
    public bool Has(RawDocument document) => withIds.Contains(document);

    public void Add(RawDocument document)
    {
        var text = document.Text.Span;
        if (text.IndexOf("$id"u8) < 0 && text.IndexOf("nchor"u8) < 0) return;
        for (var index = 0; index < document.NodeCount; index++)
        {
            var node = new RawNode(document, index);
            if (document.Entries[index].Kind != RawKind.String || document.Entries[index].NameLength < 3 || node.NameBytes[0] != (byte)'$') continue;
            if (node.NameEquals("$id"u8)) AddId(node);
            else if (node.NameEquals("$anchor"u8) || node.NameEquals("$dynamicAnchor"u8)) anchors.TryAdd((document, node.GetString()!), node.Parent);
        }
    }

    /// <summary>The schema of that identifier, or what a fragment names in it.</summary>
    public RawNode Find(string id, string fragment) => byId.TryGetValue(id, out var resource) ? Within(resource, fragment) : default;

    public RawNode Anchor(RawDocument document, string name) => anchors.GetValueOrDefault((document, name));

    /// <summary>
    /// Resolves a reference by the identifiers around it. Authors of descriptions often mean the document even inside a schema with an identifier of its own,
    /// so that is tried as well.
    /// </summary>
    public RawNode Resolve(RawDocumentSet documents, RawNode holder, string reference)
    {
        var resource = ResourceAround(holder);
        if (resource.IsDefined)
        {
            var (target, fragment) = RawDocumentSet.Split(reference);
            var found = target.Length == 0 ? Within(resource, fragment) : Find(DocumentNames.Combine(BaseOf(resource), target), fragment);
            if (found.IsDefined) return found;
        }
        return documents.ResolvePlain(holder.Document!, reference);
    }

    private void AddId(RawNode id)
    {
        withIds.Add(id.Document!);
        byId.TryAdd(BaseOf(id.Parent), id.Parent);
    }

    private RawNode Within(RawNode resource, string fragment)
    {
        if (fragment.Length == 0) return resource;
        if (fragment[0] != '/') return Anchor(resource.Document!, fragment);
        foreach (var part in fragment[1..].Split('/'))
            resource = resource.Step(NodePointer.Unescape(part));
        return resource;
    }

    private static RawNode ResourceAround(RawNode node)
    {
        while (node.IsDefined && node.FindMember("$id"u8).Kind != RawKind.String) node = node.Parent;
        return node;
    }

    private static string BaseOf(RawNode resource)
    {
        var outer = ResourceAround(resource.Parent);
        var around = outer.IsDefined ? BaseOf(outer) : resource.Document!.Name;
        return DocumentNames.Combine(around, resource.FindMember("$id"u8).GetString()!);
    }
}
