namespace IntegrationCopilot.SpecEngine;

/// <summary>The documents of one description, and the references between them.</summary>
/// <threadsafety>Instances may be shared between threads.</threadsafety>
public sealed class RawDocumentSet
{
    private const int MaxHops = 64;
    private readonly Dictionary<string, RawDocument> documents;

    internal RawDocumentSet(RawDocument entry, IEnumerable<RawDocument> others)
    {
        Entry = entry;
        documents = new Dictionary<string, RawDocument>(StringComparer.Ordinal) { [entry.Name] = entry };
        foreach (var other in others) documents[other.Name] = other;
    }

    /// <summary>The document reading began with.</summary>
    public RawDocument Entry { get; }

    /// <summary>All documents, the entry first.</summary>
    public IReadOnlyCollection<RawDocument> All => documents.Values;

    /// <summary>The node a <c>$ref</c> leads to, through any number of further references; the node itself when it is no reference.</summary>
    /// <returns>The target, or an undefined node when the reference leads nowhere or in a circle.</returns>
    public RawNode Resolve(RawNode node)
    {
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var reference = node.FindMember("$ref"u8).GetString();
            if (reference is null) return node;
            node = ResolveReference(node.Document!, reference);
            if (!node.IsDefined) return default;
        }
        return default;
    }

    /// <summary>The node one reference leads to, without following further ones.</summary>
    /// <param name="from">The document that holds the reference.</param>
    /// <param name="reference">The <c>$ref</c> text: a URI reference with an optional JSON Pointer fragment.</param>
    public RawNode ResolveReference(RawDocument from, string reference)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(reference);
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var target = hash < 0 ? reference : reference[..hash];
        var pointer = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var document = target.Length == 0 ? from : documents.GetValueOrDefault(DocumentNames.Combine(from.Name, target));
        return document?.Find(pointer) ?? default;
    }
}
