namespace IntegrationCopilot.Validator;

/// <summary>How long the texts are, in code points, in which a pattern is found.</summary>
internal static class PatternLengths
{
    /// <summary>The fewest and the most code points; nothing is known of the most unless the pattern is tied to both ends.</summary>
    public static (int Fewest, int Most) Of(string pattern)
    {
        PatternNode tree;
        try
        {
            tree = PatternParser.Parse(pattern, strict: false);
        }
        catch (FormatException)
        {
            return (0, int.MaxValue);
        }
        var isTied = tree is PatternNode.Sequence { Parts: [PatternNode.Assertion { Kind: AssertionKind.Start }, ..,
            PatternNode.Assertion { Kind: AssertionKind.End }] };
        return ((int)Math.Min(Fewest(tree), int.MaxValue), isTied ? (int)Math.Min(Most(tree), int.MaxValue) : int.MaxValue);
    }

    /// <summary>The fewest code points a node takes.</summary>
    public static long Fewest(PatternNode node) => node switch
    {
        PatternNode.Characters => 1,
        PatternNode.Sequence sequence => sequence.Parts.Sum(Fewest),
        PatternNode.Alternation alternation => alternation.Branches.Min(Fewest),
        PatternNode.Repeat repeat => Math.Min(int.MaxValue, repeat.Min * Fewest(repeat.Part)),
        PatternNode.Group group => Fewest(group.Part),
        _ => 0,
    };

    private static long Most(PatternNode node) => node switch
    {
        PatternNode.Characters => 1,
        PatternNode.Sequence sequence => Math.Min(int.MaxValue, sequence.Parts.Sum(Most)),
        PatternNode.Alternation alternation => alternation.Branches.Max(Most),
        PatternNode.Repeat repeat => Most(repeat.Part) is > 0 and var most ? repeat.Max < 0 ? int.MaxValue : Math.Min(int.MaxValue, repeat.Max * most) : 0,
        PatternNode.Group group => Most(group.Part),
        PatternNode.BackReference => int.MaxValue,
        _ => 0,
    };
}
