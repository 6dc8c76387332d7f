using System.Runtime.InteropServices;

namespace IntegrationCopilot.SpecEngine;

/// <summary>One node of a <see cref="RawDocument"/> as it lies in memory: nodes are stored in document order, a parent before its children.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RawEntry
{
    /// <summary>Start of the member name in the text buffer; -1 when the node is not a member.</summary>
    public int NameStart;
    public int NameLength;

    /// <summary>
    /// Scalars: start of the text (without quotes). Aliases: index of the node they stand for. Made containers: index of the node they were made from.
    /// </summary>
    public int ValueStart;

    /// <summary>Scalars: length of the text in bytes. Containers: number of children.</summary>
    public int ValueLength;

    /// <summary>Index of the first node after this one and everything beneath it.</summary>
    public int Next;
    public int Parent;

    /// <summary>
    /// Where the node starts in the source: at its name when it is a member, at its value otherwise. Units are those of the document's positions.
    /// </summary>
    public int Position;
    public RawKind Kind;
    public RawEntryFlags Flags;
}

[Flags]
internal enum RawEntryFlags : byte
{
    None = 0,

    /// <summary>The name holds JSON escapes.</summary>
    EscapedName = 1,

    /// <summary>The string value holds JSON escapes.</summary>
    EscapedValue = 2,

    /// <summary>The node stands for another node of the same document (a YAML alias or a merged member).</summary>
    Alias = 4,

    /// <summary>The node is not written in the document; it was made from one that is, and has that one's pointer.</summary>
    Made = 8,
}
