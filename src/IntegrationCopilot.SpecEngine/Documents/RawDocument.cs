using System.Collections.Concurrent;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A document as a tree of JSON values in which every node knows its line and column and no keyword is lost.</summary>
/// <remarks>JSON and YAML end in the same tree. Made by <see cref="RawDocumentReader"/>.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class RawDocument
{
    private const int IndexedMembers = 12;
    private readonly TextPositions positions;
    private readonly ConcurrentDictionary<int, Dictionary<string, int>> memberIndexes = new();

    internal RawDocument(string name, DocumentFormat format, ReadOnlyMemory<byte> text, ArraySegment<RawEntry> nodes, TextPositions positions)
    {
        Name = name;
        Format = format;
        Text = text;
        Entries = nodes.Array!;
        NodeCount = nodes.Count;
        this.positions = positions;
    }

    /// <summary>The name the document was read under: a path or an absolute URI.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the bytes it was read from, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; internal set; } = "";

    /// <summary>The notation it was written in.</summary>
    public DocumentFormat Format { get; }

    /// <summary>The root value.</summary>
    public RawNode Root => new(this, 0);

    /// <summary>Number of nodes; a YAML alias counts as one.</summary>
    public int NodeCount { get; private set; }

    /// <summary>Names and scalar texts, UTF-8; for JSON the document itself.</summary>
    internal ReadOnlyMemory<byte> Text { get; private set; }

    /// <summary>The nodes in document order, and perhaps unused room behind them.</summary>
    internal RawEntry[] Entries { get; private set; }

    /// <summary>Finds a node by JSON Pointer (RFC 6901).</summary>
    /// <param name="pointer">Empty for the root, otherwise starting with <c>/</c>.</param>
    /// <returns>The node, or an undefined node when nothing is there.</returns>
    public RawNode Find(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        if (pointer.Length == 0) return Root;
        if (pointer[0] != '/') return default;
        var node = Root;
        foreach (var part in pointer.AsSpan(1).Split('/'))
        {
            node = node.Step(NodePointer.Unescape(pointer.AsSpan(1)[part]));
            if (!node.IsDefined) return default;
        }
        return node;
    }

    /// <summary>Puts made nodes behind the document's own, where no walk from the root meets them. Only while the document is being read.</summary>
    internal void Append(ReadOnlySpan<RawEntry> entries, ReadOnlySpan<byte> text)
    {
        Entries = [.. Entries.AsSpan(0, NodeCount), .. entries];
        NodeCount = Entries.Length;
        Text = (byte[])[.. Text.Span, .. text];
    }

    /// <summary>The same document, to which nodes can be appended without changing this one.</summary>
    internal RawDocument Copy() => new(Name, Format, Text, new ArraySegment<RawEntry>(Entries, 0, NodeCount), positions) { Sha256 = Sha256 };

    internal (int Line, int Column) PositionOf(int index) => positions.At(Entries[index].Position);

    /// <summary>Names to member nodes of one object, the last of a name winning; built on first use for objects with many members.</summary>
    internal Dictionary<string, int>? MemberIndex(int container)
    {
        if (Entries[container].ValueLength < IndexedMembers) return null;
        return memberIndexes.GetOrAdd(container, static (index, document) => document.BuildMemberIndex(index), this);
    }

    private Dictionary<string, int> BuildMemberIndex(int container)
    {
        var index = new Dictionary<string, int>(Entries[container].ValueLength, StringComparer.Ordinal);
        for (var child = container + 1; child < Entries[container].Next; child = Entries[child].Next)
            index[new RawNode(this, child).Name] = child;
        return index;
    }
}
