namespace IntegrationCopilot.Validator;

/// <summary>Finds names that occur twice in one object, in time that no choice of names can make quadratic.</summary>
internal static class RepeatedNames
{
    /// <summary>Objects of up to that many members are looked through member by member, larger ones are sorted when they end.</summary>
    public const int ScannedMembers = 64;

    private const int MaxKept = 1000;

    /// <summary>Compares a new name with the names before it.</summary>
    public static void Scan(ReadOnlySpan<byte> text, Tape tape, int container, int name)
    {
        var instance = new Instance(text, tape);
        var key = instance[name].Key;
        for (var at = container + 1; at < name; at = instance[at + 1].Next)
        {
            if (instance[at].Key != key || (!NameKey.IsExact(key) && !instance.Text(at).SequenceEqual(instance.Text(name)))) continue;
            Keep(tape, name);
            return;
        }
    }

    /// <summary>Compares all names of a large object that has just ended.</summary>
    public static void Collect(ReadOnlySpan<byte> text, Tape tape, int container)
    {
        var count = tape.Tokens[container].Length;
        if (tape.Indexes.Length < count) tape.Indexes = new int[Math.Max(count, tape.Indexes.Length * 2)];
        var names = tape.Indexes.AsSpan(0, count);
        var instance = new Instance(text, tape);
        var filled = 0;
        for (var at = container + 1; at < tape.Count; at = instance[at + 1].Next) names[filled++] = at;
        Sort(names, instance);
        for (var i = 1; i < count; i++)
            if (Compare(instance, names[i - 1], names[i]) == 0) Keep(tape, names[i]);
    }

    private static void Keep(Tape tape, int name)
    {
        if (tape.RepeatedNames.Count < MaxKept && !tape.RepeatedNames.Contains(name)) tape.RepeatedNames.Add(name);
    }

    private static int Compare(Instance instance, int left, int right)
    {
        var order = instance[left].Key.CompareTo(instance[right].Key);
        return order != 0 || NameKey.IsExact(instance[left].Key) ? order : instance.Text(left).SequenceCompareTo(instance.Text(right));
    }

    /// <summary>Heap sort: the instance is a ref struct, which no comparison delegate can hold.</summary>
    private static void Sort(Span<int> names, Instance instance)
    {
        for (var root = (names.Length / 2) - 1; root >= 0; root--) SiftDown(names, root, instance);
        for (var end = names.Length - 1; end > 0; end--)
        {
            (names[0], names[end]) = (names[end], names[0]);
            SiftDown(names[..end], 0, instance);
        }
    }

    private static void SiftDown(Span<int> names, int root, Instance instance)
    {
        while (true)
        {
            var child = (root * 2) + 1;
            if (child >= names.Length) return;
            if (child + 1 < names.Length && Compare(instance, names[child], names[child + 1]) < 0) child++;
            if (Compare(instance, names[root], names[child]) >= 0) return;
            (names[root], names[child]) = (names[child], names[root]);
            root = child;
        }
    }
}
