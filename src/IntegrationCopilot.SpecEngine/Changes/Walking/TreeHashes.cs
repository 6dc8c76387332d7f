using System.Globalization;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells whether two values are the same JSON, whatever the order of members and the spelling of numbers. Of members of one name the last
/// counts.</summary>
/// <remarks>Every value of a document is hashed once, so that what differs is found without comparing what is alike over and over.</remarks>
internal sealed class TreeHashes
{
    private const ulong Prime = 0x9E3779B97F4A7C15;
    private readonly Dictionary<RawDocument, ulong[]> known = [];

    public bool AreSame(RawNode left, RawNode right) =>
        left.Kind == right.Kind && (left.Kind == RawKind.Undefined || (Of(left) == Of(right) && AreEqual(left, right)));

    public ulong Of(RawNode node)
    {
        if (!known.TryGetValue(node.Document!, out var hashes)) known[node.Document!] = hashes = new ulong[node.Document!.NodeCount];
        ref var hash = ref hashes[node.ValueIndex];
        if (hash == 0) hash = Compute(node) | 1;
        return hash;
    }

    /// <summary>Equal hashes may be chance or design, so what has them is looked at; once, because nobody goes on below what is the same.</summary>
    private static bool AreEqual(RawNode left, RawNode right) => left.Kind switch
    {
        RawKind.Object => HaveSameMembers(left, right),
        RawKind.Array => left.Count == right.Count
            && left.Children.Zip(right.Children).All(pair => pair.First.Kind == pair.Second.Kind && AreEqual(pair.First, pair.Second)),
        RawKind.Number => IsSameNumber(left, right),
        RawKind.String => HaveSameText(left, right),
        _ => true,
    };

    private static bool HaveSameMembers(RawNode left, RawNode right)
    {
        if (AreWrittenAlike(left, right)) return true;
        var names = 0;
        foreach (var member in left.Children)
        {
            if (IsShadowed(left, member)) continue;
            names++;
            var other = right[member.Name];
            if (other.Kind != member.Kind || !AreEqual(member, other)) return false;
        }
        return names == right.Children.Count(member => !IsShadowed(right, member));
    }

    /// <summary>Most members stand in the same order, and need not be looked up.</summary>
    private static bool AreWrittenAlike(RawNode left, RawNode right)
    {
        if (left.Count != right.Count) return false;
        var others = right.Children.GetEnumerator();
        foreach (var member in left.Children)
            if (!others.MoveNext() || others.Current.NameBytes.Contains((byte)'\\') || !member.NameEquals(others.Current.NameBytes)
                || member.Kind != others.Current.Kind || !AreEqual(member, others.Current)) return false;
        return true;
    }

    /// <summary>Whether two members of an object have one name.</summary>
    private static bool HasRepeated(RawNode container)
    {
        if (container.Count < 2) return false;
        Span<ulong> names = container.Count <= 64 ? stackalloc ulong[container.Count] : new ulong[container.Count];
        var at = 0;
        foreach (var member in container.Children) names[at++] = OfName(member);
        names.Sort();
        for (var i = 1; i < names.Length; i++)
            if (names[i] == names[i - 1]) return true;
        return false;
    }

    private static bool IsShadowed(RawNode container, RawNode member) => container[member.Name] != member;

    private static bool HaveSameText(RawNode left, RawNode right) => left.TryGetPlainUtf8(out var one) && right.TryGetPlainUtf8(out var other)
        ? one.SequenceEqual(other)
        : string.Equals(left.GetString(), right.GetString(), StringComparison.Ordinal);

    private static bool IsSameNumber(RawNode left, RawNode right) =>
        HaveSameSpelling(left, right) || (decimal.TryParse(left.GetScalarText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && decimal.TryParse(right.GetScalarText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var other) && one == other);

    private static bool HaveSameSpelling(RawNode left, RawNode right) =>
        left.TryGetPlainUtf8(out var one) && right.TryGetPlainUtf8(out var other) && one.SequenceEqual(other);

    private ulong Compute(RawNode node)
    {
        var hash = (ulong)node.Kind * Prime;
        switch (node.Kind)
        {
            case RawKind.Object:
                var repeats = HasRepeated(node);
                foreach (var member in node.Children)
                    if (!repeats || !IsShadowed(node, member)) hash += Mix(OfName(member) + (Of(member) * Prime));
                break;
            case RawKind.Array:
                foreach (var item in node.Children) hash = Mix(hash) + Of(item);
                break;
            case RawKind.String: hash += OfText(node); break;
            case RawKind.Number: hash += (ulong)BitConverter.DoubleToInt64Bits((node.GetDouble() ?? 0) + 0.0); break;
        }
        return Mix(hash);
    }

    private static ulong OfText(RawNode node) => node.TryGetPlainUtf8(out var utf8) ? OfBytes(utf8) : OfBytes(Encoding.UTF8.GetBytes(node.GetString()!));

    private static ulong OfName(RawNode member) =>
        member.NameBytes.Contains((byte)'\\') ? OfBytes(Encoding.UTF8.GetBytes(member.Name)) : OfBytes(member.NameBytes);

    private static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mix(hash ^ BitConverter.ToUInt64(bytes));
        foreach (var one in bytes) hash = (hash * 31) + one;
        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * Prime;
        return hash ^ (hash >> 29);
    }
}
