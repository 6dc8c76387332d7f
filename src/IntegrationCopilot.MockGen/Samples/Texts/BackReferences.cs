using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Takes back references out of a pattern: each group referred to is given one text, which then stands in both places.</summary>
internal static class BackReferences
{
    /// <summary>The pattern without them; itself when it has none.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="random">Chooses the texts.</param>
    public static PatternNode Fill(PatternNode pattern, SampleRandom random)
    {
        var numbers = new HashSet<int>();
        Collect(pattern, numbers);
        return numbers.Count == 0 ? pattern : Replace(pattern, numbers, new Dictionary<int, PatternNode>(), random);
    }

    /// <summary>Whether a pattern has any.</summary>
    public static bool AreIn(PatternNode pattern) => pattern is PatternNode.BackReference || Parts(pattern).Any(AreIn);

    private static void Collect(PatternNode node, HashSet<int> numbers)
    {
        if (node is PatternNode.BackReference reference) numbers.Add(reference.Number);
        foreach (var part in Parts(node)) Collect(part, numbers);
    }

    private static PatternNode Replace(PatternNode node, HashSet<int> numbers, Dictionary<int, PatternNode> texts, SampleRandom random) => node switch
    {
        PatternNode.Group group when numbers.Contains(group.Number) => texts[group.Number] = TextOf(group.Part, random.Child($"group{group.Number}")),
        PatternNode.BackReference reference => texts.GetValueOrDefault(reference.Number) ?? new PatternNode.Sequence([]),
        PatternNode.Sequence sequence => new PatternNode.Sequence([.. sequence.Parts.Select(p => Replace(p, numbers, texts, random))]),
        PatternNode.Alternation alternation => new PatternNode.Alternation([.. alternation.Branches.Select(b => Replace(b, numbers, texts, random))]),
        PatternNode.Repeat repeat => new PatternNode.Repeat(Replace(repeat.Part, numbers, texts, random), repeat.Min, repeat.Max, repeat.Lazy),
        PatternNode.Group group => Replace(group.Part, numbers, texts, random),
        PatternNode.Look look => new PatternNode.Look(Replace(look.Part, numbers, texts, random), look.Behind, look.Negative),
        _ => node,
    };

    private static PatternNode TextOf(PatternNode part, SampleRandom random) =>
        new PatternNode.Sequence(
            [.. (PatternText.Candidates(part, 1, 20, random).FirstOrDefault() ?? "").EnumerateRunes()
            .Select(r => new PatternNode.Characters(CodePointSet.Of((r.Value, r.Value))))]);

    private static IEnumerable<PatternNode> Parts(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Parts,
        PatternNode.Alternation alternation => alternation.Branches,
        PatternNode.Repeat repeat => [repeat.Part],
        PatternNode.Group group => [group.Part],
        PatternNode.Look look => [look.Part],
        _ => [],
    };
}
