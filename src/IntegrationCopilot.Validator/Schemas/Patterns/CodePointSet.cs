namespace IntegrationCopilot.Validator;

/// <summary>A set of Unicode code points, as sorted ranges that neither touch nor overlap. Surrogates are never in it: text holds none.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class CodePointSet
{
    internal const int Last = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    internal static readonly CodePointSet Digits = Of(('0', '9'));
    internal static readonly CodePointSet Word = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary>WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3.</summary>
    internal static readonly CodePointSet Space = Of(
        (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000,
            0x3000), (0xFEFF, 0xFEFF));

    internal static readonly CodePointSet LineTerminators = Of((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029));
    internal static readonly CodePointSet Any = Of((0, Last));

    private readonly (int First, int Last)[] ranges;

    private CodePointSet(List<(int First, int Last)> ranges) => this.ranges = [.. ranges];

    /// <summary>First and last code point of each range, both included.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges => ranges;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Ranges.Count == 0;

    /// <summary>The set of some ranges, in any order; both ends are included.</summary>
    /// <param name="ranges">From 0 to 0x10FFFF. May touch and overlap.</param>
    public static CodePointSet Of(params IEnumerable<(int First, int Last)> ranges)
    {
        List<(int First, int Last)> merged = [];
        foreach (var range in ranges.SelectMany(WithoutSurrogates).OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1) merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else merged.Add(range);
        }
        return new CodePointSet(merged);
    }

    internal static CodePointSet Single(int codePoint) => Of((codePoint, codePoint));

    /// <summary>Whether a code point is in it.</summary>
    /// <param name="codePoint">The code point.</param>
    public bool Contains(int codePoint)
    {
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (codePoint < ranges[middle].First) high = middle - 1;
            else if (codePoint > ranges[middle].Last) low = middle + 1;
            else return true;
        }
        return false;
    }

    internal bool Overlaps(CodePointSet other)
    {
        for (int i = 0, j = 0; i < ranges.Length && j < other.ranges.Length;)
        {
            if (ranges[i].Last < other.ranges[j].First) i++;
            else if (other.ranges[j].Last < ranges[i].First) j++;
            else return true;
        }
        return false;
    }

    internal CodePointSet Union(CodePointSet other) => Of(Ranges.Concat(other.Ranges));

    /// <summary>Everything else.</summary>
    public CodePointSet Complement()
    {
        List<(int First, int Last)> gaps = [];
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next) gaps.Add((next, first - 1));
            next = last + 1;
        }
        if (next <= Last) gaps.Add((next, Last));
        return Of(gaps);
    }

    private static IEnumerable<(int First, int Last)> WithoutSurrogates((int First, int Last) range)
    {
        if (range.First < FirstSurrogate) yield return (range.First, Math.Min(range.Last, FirstSurrogate - 1));
        if (range.Last > LastSurrogate) yield return (Math.Max(range.First, LastSurrogate + 1), range.Last);
    }
}
