namespace IntegrationCopilot.SpecEngine;

/// <summary>Which item of one list is which of the other, with their numbers; -1 where there is none.</summary>
internal readonly record struct ItemPair(RawNode Old, RawNode New, int OldAt, int NewAt);

/// <summary>Pairs the items of two lists: those of the same key, then those that are the same, then those left of objects and lists in their order.</summary>
internal static class ListMatches
{
    /// <param name="old">The older list.</param>
    /// <param name="new">The newer list.</param>
    /// <param name="oldKey">What names an item of the older list; null for what has no name.</param>
    /// <param name="newKey">What names an item of the newer list.</param>
    /// <param name="hashes">Tells what is the same.</param>
    /// <returns>All items, those of the newer list in its order and then what was removed.</returns>
    public static IReadOnlyList<ItemPair> Of(RawNode old, RawNode @new, Func<RawNode, string?> oldKey, Func<RawNode, string?> newKey, TreeHashes hashes)
    {
        var (olds, news) = (old.Children.ToArray(), @new.Children.ToArray());
        var partner = new int[news.Length];
        Array.Fill(partner, -1);
        var free = new bool[olds.Length];
        Array.Fill(free, true);
        Pair(olds, news, partner, free, oldKey, newKey);
        // Equal items first, so that one that was put in does not shift the others.
        Pair(olds, news, partner, free, item => oldKey(item) is null ? HashOf(item) : null, item => newKey(item) is null ? HashOf(item) : null);
        Pair(olds, news, partner, free, item => IsOpen(item, oldKey), item => IsOpen(item, newKey));
        List<ItemPair> pairs = [];
        for (var i = 0; i < news.Length; i++) pairs.Add(new ItemPair(partner[i] < 0 ? default : olds[partner[i]], news[i], partner[i], i));
        for (var i = 0; i < olds.Length; i++)
            if (free[i]) pairs.Add(new ItemPair(olds[i], default, i, -1));
        return pairs;

        string HashOf(RawNode item) => hashes.Of(item).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether items of both lists stand in another order than before.</summary>
    public static bool AreReordered(IReadOnlyList<ItemPair> pairs)
    {
        var last = -1;
        foreach (var pair in pairs)
        {
            if (pair.OldAt < 0 || pair.NewAt < 0) continue;
            if (pair.OldAt < last) return true;
            last = pair.OldAt;
        }
        return false;
    }

    private static string? IsOpen(RawNode item, Func<RawNode, string?> key) => item.Kind is RawKind.Object or RawKind.Array && key(item) is null ? "" : null;

    private static void Pair(RawNode[] olds, RawNode[] news, int[] partner, bool[] free, Func<RawNode, string?> oldKey, Func<RawNode, string?> newKey)
    {
        Dictionary<string, Queue<int>> waiting = new(StringComparer.Ordinal);
        for (var i = 0; i < olds.Length; i++)
        {
            if (!free[i] || oldKey(olds[i]) is not { } key) continue;
            if (!waiting.TryGetValue(key, out var queue)) waiting[key] = queue = new Queue<int>();
            queue.Enqueue(i);
        }
        for (var i = 0; i < news.Length && waiting.Count > 0; i++)
        {
            if (partner[i] >= 0 || newKey(news[i]) is not { } key || !waiting.TryGetValue(key, out var queue) || !queue.TryDequeue(out var at)) continue;
            (partner[i], free[at]) = (at, false);
        }
    }
}
