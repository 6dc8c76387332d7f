using System.Runtime.CompilerServices;

namespace IntegrationCopilot.Validator;

/// <summary>Equality of JSON values as schemas mean it: numbers by value, objects whatever the order of members.</summary>
/// <remarks>Counts its work down; when nothing is left the answer means nothing and the caller must give up.</remarks>
internal static class InstanceEquality
{
    public static bool AreEqual(Instance left, int i, Instance right, int j, ref long work)
    {
        var kind = left[i].Kind;
        if (kind != right[j].Kind || --work < 0) return false;
        return kind switch
        {
            ValueKind.Null or ValueKind.False or ValueKind.True => true,
            ValueKind.String => left.Text(i).SequenceEqual(right.Text(j)),
            ValueKind.Array => AreArraysEqual(left, i, right, j, ref work),
            ValueKind.Object => AreObjectsEqual(left, i, right, j, ref work),
            _ => left.Text(i).SequenceEqual(right.Text(j)) || left.Number(i).OrderTo(right.Number(j)) == 0,
        };
    }

    /// <summary>A hash that equal values share.</summary>
    public static int GetHash(Instance instance, int at, ref long work)
    {
        var kind = instance[at].Kind;
        work--;
        switch (kind)
        {
            case ValueKind.Null or ValueKind.False or ValueKind.True:
                return (int)kind;
            case ValueKind.String:
                return HashBytes(instance.Text(at));
            case ValueKind.Array:
                return HashArray(instance, at, ref work);
            case ValueKind.Object:
                return HashObject(instance, at, ref work);
            default:
                return instance.Number(at).GetCanonicalHash();
        }
    }

    private static int HashArray(Instance instance, int at, ref long work)
    {
        var hash = 31;
        if (!HasStack(ref work)) return hash;
        var end = instance[at].Next;
        for (var item = at + 1; item < end; item = instance[item].Next) hash = HashCode.Combine(hash, GetHash(instance, item, ref work));
        return hash;
    }

    private static int HashObject(Instance instance, int at, ref long work)
    {
        var sum = 17;
        if (!HasStack(ref work)) return sum;
        var end = instance[at].Next;
        for (var name = at + 1; name < end; name = instance[name + 1].Next)
            sum += HashCode.Combine(HashBytes(instance.Text(name)), GetHash(instance, name + 1, ref work));
        return sum;
    }

    private static int HashBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static bool AreArraysEqual(Instance left, int i, Instance right, int j, ref long work)
    {
        if (left[i].Length != right[j].Length || !HasStack(ref work)) return false;
        var end = left[i].Next;
        i++;
        j++;
        while (i < end)
        {
            if (!AreEqual(left, i, right, j, ref work)) return false;
            i = left[i].Next;
            j = right[j].Next;
        }
        return true;
    }

    private static bool AreObjectsEqual(Instance left, int i, Instance right, int j, ref long work)
    {
        if (left[i].Length != right[j].Length || !HasStack(ref work)) return false;
        var end = left[i].Next;
        var candidate = j + 1;
        for (var name = i + 1; name < end; name = left[name + 1].Next)
        {
            // Writers tend to keep one order of members, so the next member is the first guess.
            if (candidate >= right[j].Next) candidate = j + 1;
            var other = SameName(left, name, right, candidate) ? candidate + 1 : Find(left, name, right, j, ref work);
            if (other < 0 || !AreEqual(left, name + 1, right, other, ref work)) return false;
            candidate = right[other].Next;
        }
        return true;
    }

    private static int Find(Instance left, int name, Instance right, int container, ref long work)
    {
        work -= right[container].Length;
        return work < 0 ? -1 : right.FindMember(container, left.Text(name), left[name].Key);
    }

    private static bool HasStack(ref long work)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) return true;
        work = -1;
        return false;
    }

    private static bool SameName(Instance left, int i, Instance right, int j) =>
        left[i].Key == right[j].Key && (NameKey.IsExact(left[i].Key) || left.Text(i).SequenceEqual(right.Text(j)));
}
