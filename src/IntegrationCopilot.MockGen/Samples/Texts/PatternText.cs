using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes texts that a pattern should match, by going through it once. What it makes is verified by the caller: conditions of places are not looked at here; see
/// <see cref="TextSearch"/>.
/// </summary>
internal sealed class PatternText
{
    private const int MaxLength = 10_000;
    private const int MaxSteps = 50_000;
    private static readonly int[] Growths = [2, 4, 1, 0, 6, 9, 14];
    private static readonly (int Low, int High)[] Blocks = [('a', 'z'), ('A', 'Z'), ('0', '9')];
    private readonly SampleRandom random;
    private readonly int growth;
    private readonly StringBuilder text = new();
    private int spare;
    private int steps;

    private PatternText(SampleRandom random, int growth, int spare)
    {
        this.random = random;
        this.growth = growth;
        this.spare = spare;
    }

    /// <summary>Texts whose length, in code points, is within bounds; the natural ones first.</summary>
    public static IEnumerable<string> Candidates(PatternNode pattern, int minLength, int maxLength, SampleRandom random)
    {
        foreach (var more in Growths)
            if (Make(pattern, random, more, 0) is { } made && Fits(made, minLength, maxLength)) yield return made;
        if (Make(pattern, random, 0, 0) is not { } shortest) yield break;
        foreach (var more in Lengthenings(Math.Max(0, minLength - Length(shortest))))
            if (Make(pattern, random, 0, more) is { } made && Fits(made, minLength, maxLength)) yield return made;
    }

    /// <summary>How many repetitions to add so that a text gets that much longer, if what is repeated is one to five characters long.</summary>
    private static IEnumerable<int> Lengthenings(int missing) =>
        Enumerable.Range(1, 5).SelectMany(size => (int[])[missing / size, (missing / size) + 1]).Distinct();

    private static string? Make(PatternNode pattern, SampleRandom random, int growth, int spare) =>
        new PatternText(random.Child($"{growth}.{spare}"), growth, spare).Emit(pattern);

    private static int Length(string made)
    {
        var length = 0;
        foreach (var _ in made.EnumerateRunes()) length++;
        return length;
    }

    private static bool Fits(string made, int minLength, int maxLength)
    {
        var length = Length(made);
        return length >= minLength && length <= maxLength;
    }

    private string? Emit(PatternNode pattern) => Append(pattern) ? text.ToString() : null;

    private bool Append(PatternNode node)
    {
        if (++steps > MaxSteps || text.Length > MaxLength) return false;
        return node switch
        {
            PatternNode.Characters chars => AppendCharacter(chars.Set),
            PatternNode.Sequence sequence => sequence.Parts.All(Append),
            PatternNode.Alternation choice => Append(choice.Branches[random.Next(choice.Branches.Count)]),
            PatternNode.Repeat repeat => AppendRepeat(repeat),
            PatternNode.Group group => Append(group.Part),
            _ => true,
        };
    }

    private bool AppendRepeat(PatternNode.Repeat repeat)
    {
        var room = (repeat.Max < 0 ? int.MaxValue : repeat.Max) - repeat.Min;
        var added = Math.Min(room, spare);
        spare -= added;
        var count = repeat.Min + added + random.Next(Math.Min(room - added, growth) + 1);
        for (var i = 0; i < count; i++)
            if (!Append(repeat.Part)) return false;
        return true;
    }

    private bool AppendCharacter(CodePointSet set)
    {
        if (set.IsEmpty) return false;
        var range = CountPlain(set) is > 0 and var plain ? PlainAt(set, random.Next(plain)) : set.Ranges[random.Next(set.Ranges.Count)];
        text.Append(new Rune(range.First + random.Next(Math.Min(range.Last - range.First, 0xFFFF) + 1)).ToString());
        return true;
    }

    /// <summary>How many runs of letters or digits, which read best, are within a set.</summary>
    private static int CountPlain(CodePointSet set)
    {
        var count = 0;
        for (var i = 0; i < set.Ranges.Count && set.Ranges[i].First <= 'z'; i++)
            foreach (var (low, high) in Blocks)
                if (set.Ranges[i].First <= high && set.Ranges[i].Last >= low) count++;
        return count;
    }

    private static (int First, int Last) PlainAt(CodePointSet set, int place)
    {
        for (var i = 0; ; i++)
            foreach (var (low, high) in Blocks)
                if (set.Ranges[i].First <= high && set.Ranges[i].Last >= low && place-- == 0)
                    return (Math.Max(low, set.Ranges[i].First), Math.Min(high, set.Ranges[i].Last));
    }
}
