using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Replaces merge keys (<c>&lt;&lt;</c>) by the members they stand for. Own members win, then earlier sources.</summary>
/// <remarks>A vendors' habit from YAML 1.1; YAML 1.2 has no merge key.</remarks>
internal sealed class YamlMerges
{
    private readonly RawEntry[] old;
    private readonly HashSet<int> merges;
    private readonly ReadOnlyMemory<byte> text;
    private readonly List<YamlNote> notes;
    private readonly RawTreeBuilder tree;
    private readonly int[] moved;

    private YamlMerges(ArraySegment<RawEntry> nodes, List<int> merges, ReadOnlyMemory<byte> text, List<YamlNote> notes)
    {
        old = nodes.Array!;
        this.merges = [.. merges];
        this.text = text;
        this.notes = notes;
        tree = new RawTreeBuilder(nodes.Count + 16);
        moved = new int[nodes.Count];
        Array.Fill(moved, -1);
    }

    /// <summary>Rewrites the entries.</summary>
    /// <returns>Where each entry went; -1 for those that are gone.</returns>
    public static int[] Apply(ref ArraySegment<RawEntry> entries, List<int> merges, ReadOnlyMemory<byte> text, List<YamlNote> notes)
    {
        var rewrite = new YamlMerges(entries, merges, text, notes);
        rewrite.Copy(0);
        entries = rewrite.tree.Complete();
        return rewrite.moved;
    }

    /// <summary>Copies a node and what is beneath it. Depth is bounded by the reader's limit.</summary>
    private void Copy(int at)
    {
        ref readonly var entry = ref old[at];
        var isAlias = (entry.Flags & RawEntryFlags.Alias) != 0;
        var index = Add(entry, isAlias ? moved[entry.ValueStart] : entry.ValueStart);
        moved[at] = index;
        if (entry.Kind is not (RawKind.Object or RawKind.Array)) return;
        var hasMerge = false;
        for (var child = at + 1; child < entry.Next; child = old[child].Next)
        {
            if (merges.Contains(child)) hasMerge = true;
            else Copy(child);
        }
        if (hasMerge) Merge(at, index);
        tree.Close();
    }

    private void Merge(int at, int index)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var child = index + 1; child < tree.Count; child = tree[child].Next) names.Add(Name(tree[child]));
        for (var child = at + 1; child < old[at].Next; child = old[child].Next)
            if (merges.Contains(child)) MergeValue(child, child, names);
    }

    /// <summary>Adds the members of a merge key's value: a mapping, an alias of one, or a list of these.</summary>
    private void MergeValue(int merge, int value, HashSet<string> names)
    {
        ref readonly var entry = ref old[value];
        if ((entry.Flags & RawEntryFlags.Alias) != 0 && old[entry.ValueStart].Kind == RawKind.Object)
            MergeAlias(moved[entry.ValueStart], old[merge].Position, names);
        else if (entry.Kind == RawKind.Object) MergeMembers(value, names);
        else if (entry.Kind == RawKind.Array && merge == value)
            for (var item = value + 1; item < entry.Next; item = old[item].Next) MergeValue(merge, item, names);
        else notes.Add(new YamlNote(YamlRules.MergeValue, Enclosing(merge), []));
    }

    private void MergeAlias(int source, int position, HashSet<string> names)
    {
        for (var child = source + 1; child < tree[source].Next; child = tree[child].Next)
        {
            if (!names.Add(Name(tree[child]))) continue;
            var target = (tree[child].Flags & RawEntryFlags.Alias) != 0 ? tree[child].ValueStart : child;
            var name = (tree[child].NameStart, tree[child].NameLength);
            ref var entry = ref tree.Add(RawKind.Null, position);
            (entry.NameStart, entry.NameLength) = name;
            (entry.Flags, entry.ValueStart) = (RawEntryFlags.Alias, target);
        }
    }

    private void MergeMembers(int mapping, HashSet<string> names)
    {
        for (var child = mapping + 1; child < old[mapping].Next; child = old[child].Next)
        {
            if (merges.Contains(child)) MergeValue(child, child, names);
            else if (names.Add(Name(old[child]))) Copy(child);
        }
    }

    private int Enclosing(int merge) => old[merge].Parent;

    /// <summary>An alias whose original went away with an overridden merge becomes null.</summary>
    private int Add(in RawEntry entry, int valueStart)
    {
        ref var added = ref tree.Add(entry.Kind, entry.Position);
        (added.NameStart, added.NameLength) = (entry.NameStart, entry.NameLength);
        if (entry.Kind is RawKind.Object or RawKind.Array) return tree.Count - 1;
        (added.ValueStart, added.ValueLength) = (valueStart, entry.ValueLength);
        added.Flags = valueStart < 0 ? RawEntryFlags.None : entry.Flags;
        return tree.Count - 1;
    }

    private string Name(in RawEntry entry) => Encoding.UTF8.GetString(text.Span.Slice(entry.NameStart, entry.NameLength));
}
