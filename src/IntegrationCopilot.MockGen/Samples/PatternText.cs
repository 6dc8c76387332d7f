using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes texts that a pattern should match. What it makes is verified by the caller: assertions are not looked at here.</summary>
internal sealed class PatternText
{
    private const int MaxLength = 10_000;
    private const int MaxSteps = 50_000;
    private static readonly int[] Growths = [2, 4, 1, 0, 6, 9, 14];
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
    private static IEnumerable<int> Lengthenings(int missing) => Enumerable.Range(1, 5).SelectMany(size => (int[])[missing / size, (missing / size) + 1]).Distinct();

    private static string? Make(PatternNode pattern, SampleRandom random, int growth, int spare) => new PatternText(random.Child($"{growth}.{spare}"), growth, spare).Emit(pattern);

    private static int Length(string made) => made.EnumerateRunes().Count();

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
            PatternChars chars => AppendCharacter(chars.Ranges),
            PatternSequence sequence => sequence.Items.All(Append),
            PatternChoice choice => Append(choice.Branches[random.Next(choice.Branches.Count)]),
            PatternRepeat repeat => AppendRepeat(repeat),
            _ => true,
        };
    }

    private bool AppendRepeat(PatternRepeat repeat)
    {
        var room = repeat.Max - repeat.Min;
        var added = Math.Min(room, spare);
        spare -= added;
        var count = repeat.Min + added + random.Next(Math.Min(room - added, growth) + 1);
        for (var i = 0; i < count; i++)
            if (!Append(repeat.Item)) return false;
        return true;
    }

    private bool AppendCharacter(IReadOnlyList<(int Low, int High)> ranges)
    {
        var plain = ranges.Select(Plain).Where(r => r.Low <= r.High).ToList();
        var range = plain.Count > 0 ? plain[random.Next(plain.Count)] : ranges[random.Next(ranges.Count)];
        var codePoint = range.Low + random.Next(Math.Min(range.High - range.Low, 0xFFFF) + 1);
        if (!Rune.IsValid(codePoint)) return false;
        text.Append(new Rune(codePoint).ToString());
        return true;
    }

    /// <summary>The letters or digits within a range, which read best; an empty range when it has none.</summary>
    private static (int Low, int High) Plain((int Low, int High) range)
    {
        foreach (var (low, high) in ((int, int)[])[('a', 'z'), ('A', 'Z'), ('0', '9')])
            if (range.Low <= high && range.High >= low) return (Math.Max(low, range.Low), Math.Min(high, range.High));
        return (1, 0);
    }
}
