namespace IntegrationCopilot.Validator;

/// <summary>Looks for two equal items of an array.</summary>
internal static class UniqueItems
{
    private const int ComparedPairwise = 8;

    /// <summary>Positions (from 0) of the first item that repeats an earlier one, and of that; null when all differ or the work has run out.</summary>
    public static (int Earlier, int Later)? Find(Instance instance, Tape tape, int array, int count, ref long work) =>
        count <= ComparedPairwise ? FindPairwise(instance, array, ref work) : FindByHash(instance, tape, array, count, ref work);

    private static (int Earlier, int Later)? FindPairwise(Instance instance, int array, ref long work)
    {
        var end = instance[array].Next;
        for (int later = array + 1, j = 0; later < end; later = instance[later].Next, j++)
            for (int earlier = array + 1, i = 0; earlier < later; earlier = instance[earlier].Next, i++)
                if (InstanceEquality.AreEqual(instance, earlier, instance, later, ref work)) return (i, j);
        return null;
    }

    /// <summary>Chains of equal hashes in one rented array: heads by hash, then per item its token, hash and successor.</summary>
    private static (int Earlier, int Later)? FindByHash(Instance instance, Tape tape, int array, int count, ref long work)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
        if (tape.Indexes.Length < size + (3 * count)) tape.Indexes = new int[Math.Max(size + (3 * count), tape.Indexes.Length * 2)];
        var heads = tape.Indexes.AsSpan(0, size);
        var tokens = tape.Indexes.AsSpan(size, count);
        var hashes = tape.Indexes.AsSpan(size + count, count);
        var next = tape.Indexes.AsSpan(size + (2 * count), count);
        heads.Fill(-1);
        var item = array + 1;
        for (var i = 0; i < count && work >= 0; i++, item = instance[item].Next)
        {
            var hash = InstanceEquality.GetHash(instance, item, ref work);
            ref var head = ref heads[hash & (size - 1)];
            for (var other = head; other >= 0; other = next[other])
            {
                work--;
                if (hashes[other] == hash && InstanceEquality.AreEqual(instance, tokens[other], instance, item, ref work)) return (other, i);
            }
            (tokens[i], hashes[i], next[i], head) = (item, hash, head, i);
        }
        return null;
    }
}
