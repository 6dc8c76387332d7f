using System.Runtime.InteropServices;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Makes nodes out of others of the same document: one value from what an edition spreads over several places.</summary>
/// <remarks>Each has the line, column and pointer of the node it was made from, so findings still point into the text.</remarks>
internal sealed class MadeNodes(RawDocument document)
{
    private readonly List<RawEntry> entries = [];
    private readonly Utf8TextBuffer texts = new(256);
    private readonly int firstEntry = document.NodeCount;
    private readonly int firstText = document.Text.Length;
    private int open = -1;

    /// <summary>Begins an object or array; what is added until <see cref="End"/> lies in it.</summary>
    public RawNode Begin(RawKind kind, RawNode origin, string? name = null)
    {
        var index = Add(kind, origin, name, RawEntryFlags.None);
        At(index).ValueStart = origin.Index;
        open = index;
        return new RawNode(document, index);
    }

    /// <summary>Ends the innermost open object or array.</summary>
    public void End()
    {
        ref var entry = ref At(open);
        entry.Next = firstEntry + entries.Count;
        open = entry.Parent;
    }

    /// <summary>Adds a node that stands for another of the document.</summary>
    public void AddAlias(RawNode target, string? name = null)
    {
        var index = Add(RawKind.Null, target, name, RawEntryFlags.Alias);
        At(index).ValueStart = target.ValueIndex;
    }

    public void AddText(string value, RawNode origin, string? name = null)
    {
        var index = Add(RawKind.String, origin, name, RawEntryFlags.None);
        var (start, length) = texts.Append(value);
        (At(index).ValueStart, At(index).ValueLength) = (firstText + start, length);
    }

    public void AddBoolean(bool value, RawNode origin, string name) => Add(value ? RawKind.True : RawKind.False, origin, name, RawEntryFlags.None);

    /// <summary>Puts the nodes behind those of the document. They cannot be looked at before.</summary>
    public void Complete() => document.Append(CollectionsMarshal.AsSpan(entries), texts.ToMemory().Span);

    private int Add(RawKind kind, RawNode origin, string? name, RawEntryFlags flags)
    {
        var index = firstEntry + entries.Count;
        var entry = new RawEntry
        {
            Kind = kind,
            Flags = flags | RawEntryFlags.Made,
            NameStart = -1,
            Parent = open,
            Next = index + 1,
            Position = document.Entries[origin.Index].Position,
        };
        if (name is not null)
        {
            var (start, length) = texts.Append(name);
            (entry.NameStart, entry.NameLength) = (firstText + start, length);
        }
        if (open >= 0) At(open).ValueLength++;
        entries.Add(entry);
        return index;
    }

    private ref RawEntry At(int index) => ref CollectionsMarshal.AsSpan(entries)[index - firstEntry];
}
