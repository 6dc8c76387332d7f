using System.Collections.Concurrent;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The documents of one description, and the references between them.</summary>
/// <remarks>
/// References are URI references (RFC 3986) with a JSON Pointer (RFC 6901) or an anchor as fragment. They are resolved against the document's name, or its
/// <c>$self</c>, or the <c>$id</c> of the schema they stand in.
/// </remarks>
/// <threadsafety>Instances may be shared between threads.</threadsafety>
public sealed class RawDocumentSet
{
    private readonly Dictionary<string, RawDocument> documents;
    private readonly List<RawDocument> inOrder;
    private readonly ConcurrentDictionary<RawDocument, ReferenceTargets> targets = new();
    private readonly DocumentIdentifiers identifiers = new();

    internal RawDocumentSet(RawDocument entry, IEnumerable<RawDocument> others)
    {
        Entry = entry;
        documents = new Dictionary<string, RawDocument>(StringComparer.Ordinal);
        inOrder = [];
        Add(entry);
        foreach (var other in others) Add(other);
    }

    /// <summary>The document reading began with.</summary>
    public RawDocument Entry { get; }

    /// <summary>All documents, the entry first.</summary>
    public IReadOnlyCollection<RawDocument> All => inOrder;

    /// <summary>The node a <c>$ref</c> leads to, through any number of further references; the node itself when it is no reference.</summary>
    /// <returns>The target, or an undefined node when the reference leads nowhere or in a circle.</returns>
    public RawNode Resolve(RawNode node)
    {
        var mark = node;
        for (long hop = 1, nextMark = 2; ; hop++)
        {
            var reference = node.FindMember("$ref"u8);
            if (reference.Kind != RawKind.String) return node;
            node = ResolveReference(node, reference);
            // Brent's algorithm: a circle meets the mark again.
            if (!node.IsDefined || node == mark) return default;
            if (hop == nextMark) (mark, nextMark) = (node, nextMark * 2);
        }
    }

    /// <summary>The node one reference leads to, without following further ones.</summary>
    /// <param name="from">The document that holds the reference.</param>
    /// <param name="reference">The <c>$ref</c> text: a URI reference with an optional JSON Pointer or anchor as fragment.</param>
    public RawNode ResolveReference(RawDocument from, string reference)
    {
        ArgumentNullException.ThrowIfNull(from);
        return ResolveReference(from.Root, reference);
    }

    /// <summary>The node one reference leads to, without following further ones.</summary>
    /// <param name="holder">The object that holds the reference; a <c>$id</c> around it changes what the reference means.</param>
    /// <param name="reference">The <c>$ref</c> text: a URI reference with an optional JSON Pointer or anchor as fragment.</param>
    public RawNode ResolveReference(RawNode holder, string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (holder.Document is not { } from) return default;
        if (identifiers.Has(from)) return identifiers.Resolve(this, holder, reference);
        var known = TargetsOf(from);
        if (known.TryGet(reference, out var target)) return target;
        target = ResolvePlain(from, reference);
        if (target.IsDefined) known.Add(reference, target);
        return target;
    }

    /// <summary>The node one reference leads to, without following further ones.</summary>
    /// <param name="holder">The object that holds the reference.</param>
    /// <param name="reference">Its <c>$ref</c> member, a string.</param>
    internal RawNode ResolveReference(RawNode holder, RawNode reference) =>
        !identifiers.Has(holder.Document!) && TargetsOf(holder.Document!).TryGet(reference, out var target)
            ? target
            : ResolveReference(holder, reference.GetString()!);

    /// <summary>The document of that name, or whose <c>$self</c> it is.</summary>
    internal RawDocument? Find(string name) => documents.GetValueOrDefault(name);

    internal void Add(RawDocument document)
    {
        if (!documents.TryAdd(document.Name, document)) return;
        inOrder.Add(document);
        if (document.Root.FindMember("$self"u8).GetString() is { } self) documents.TryAdd(DocumentNames.Combine(document.Name, self), document);
        identifiers.Add(document);
    }

    /// <summary>Splits a reference into the document it names and the fragment, percent-decoded.</summary>
    internal static (string Document, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0) return (reference, "");
        var fragment = reference[(hash + 1)..];
        return (reference[..hash], fragment.Contains('%') ? Uri.UnescapeDataString(fragment) : fragment);
    }

    internal RawNode ResolvePlain(RawDocument from, string reference)
    {
        var (target, fragment) = Split(reference);
        if (target.Length == 0) return At(from, fragment);
        var name = DocumentNames.Combine(from.Name, target);
        if (documents.TryGetValue(name, out var document)
            || (from.Root.FindMember("$self"u8).GetString() is { } self && documents.TryGetValue(DocumentNames.Combine(self, target), out document)))
            return At(document, fragment);
        return identifiers.Find(name, fragment);
    }

    private ReferenceTargets TargetsOf(RawDocument document) => targets.GetOrAdd(document, static _ => new ReferenceTargets());

    private RawNode At(RawDocument document, string fragment) =>
        fragment.Length == 0 || fragment[0] == '/' ? document.Find(fragment) : identifiers.Anchor(document, fragment);
}
