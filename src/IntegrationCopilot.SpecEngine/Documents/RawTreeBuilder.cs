namespace IntegrationCopilot.SpecEngine;

/// <summary>Collects nodes in document order and closes containers; used by every reader.</summary>
internal sealed class RawTreeBuilder
{
    private RawEntry[] entries;
    private int count;
    private int open = -1;

    public RawTreeBuilder(int expectedNodes) => entries = new RawEntry[Math.Max(16, expectedNodes)];

    public int Count => count;

    /// <summary>Index of the innermost open container; -1 when none is open.</summary>
    public int OpenContainer => open;

    public ref RawEntry this[int index] => ref entries[index];

    /// <summary>Adds a node under the open container. The caller fills in text; containers stay open until <see cref="Close"/>.</summary>
    public ref RawEntry Add(RawKind kind, int position)
    {
        if (count == entries.Length) Array.Resize(ref entries, count * 2);
        ref var entry = ref entries[count];
        entry = new RawEntry { Kind = kind, Position = position, NameStart = -1, Parent = open, Next = count + 1 };
        if (open >= 0) entries[open].ValueLength++;
        if (kind is RawKind.Object or RawKind.Array) open = count;
        count++;
        return ref entry;
    }

    public void Close()
    {
        ref var entry = ref entries[open];
        entry.Next = count;
        open = entry.Parent;
    }

    /// <summary>The nodes, with little unused room behind them. Ends the building.</summary>
    public ArraySegment<RawEntry> Complete()
    {
        if (entries.Length - count > count / 4) Array.Resize(ref entries, count);
        return new ArraySegment<RawEntry>(entries, 0, count);
    }
}
