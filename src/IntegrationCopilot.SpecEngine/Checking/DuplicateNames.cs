namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds names that repeat within one object, by hashes in a table that is used again for each object.</summary>
internal sealed class DuplicateNames(CheckContext context)
{
    private int[] slots = new int[64];
    private readonly List<(uint Hash, RawNode Member)> members = [];
    private int used;

    public void Begin(RawNode node)
    {
        var size = slots.Length;
        while (size < node.Count * 2) size *= 2;
        if (size > slots.Length) slots = new int[size];
        used = 64;
        while (used < node.Count * 2) used *= 2;
    }

    public void Add(RawNode member)
    {
        var hash = Hash(member.NameBytes);
        for (var at = hash & (uint)(used - 1); ; at = (at + 1) & (uint)(used - 1))
        {
            if (slots[at] == 0)
            {
                members.Add((at, member));
                slots[at] = members.Count;
                return;
            }
            var other = members[slots[at] - 1].Member;
            if (!other.NameBytes.SequenceEqual(member.NameBytes)) continue;
            context.Report(ShapeRules.DuplicateKey, member, Excerpt.Of(member.Name), other.Location.Line);
            return;
        }
    }

    public void End()
    {
        foreach (var (slot, _) in members) slots[slot] = 0;
        members.Clear();
    }

    /// <summary>FNV-1a.</summary>
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var b in name) hash = (hash ^ b) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
