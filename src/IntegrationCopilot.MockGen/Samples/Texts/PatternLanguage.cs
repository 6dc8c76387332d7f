using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The texts in which a pattern is found, as a language. Look-around becomes intersection and exception with what follows or precedes.</summary>
/// <remarks>Word boundaries and anchors in odd places are taken as met; whoever uses a text verifies it.</remarks>
internal sealed class PatternLanguage(TextLanguages languages)
{
    /// <summary>Repetitions of what looks around are written out, so many at most.</summary>
    private const int MaxWritten = 16;

    public TextLanguage Of(PatternNode pattern)
    {
        var anywhere = new PatternNode.Sequence([new PatternNode.Repeat(AnyCharacter, 1, -1, lazy: true), pattern]);
        return languages.Either(Read(pattern, atStart: true, languages.All), Read(anywhere, atStart: false, languages.All));
    }

    private static PatternNode AnyCharacter { get; } = new PatternNode.Characters(CodePointSet.Of((0, 0x10FFFF)));

    /// <summary>Texts that a node and then what follows match.</summary>
    private TextLanguage Read(PatternNode node, bool atStart, TextLanguage follows) => node switch
    {
        PatternNode.Characters characters => languages.Row(languages.One(characters.Set), follows),
        PatternNode.Sequence sequence => ReadRow([.. Flat(sequence)], atStart, follows),
        PatternNode.Alternation alternation => languages.Either(alternation.Branches.Select(b => Read(b, atStart, follows)).ToList()),
        PatternNode.Repeat repeat => ReadRepeat(repeat, atStart, follows),
        PatternNode.Group group => Read(group.Part, atStart, follows),
        PatternNode.Look { Behind: false } look => languages.Both(Look(look, Read(look.Part, atStart, languages.All)), follows),
        // What precedes is known in a row only; elsewhere it is taken as met.
        PatternNode.Look look =>
            atStart && !Look(look, languages.Row(languages.All, Read(look.Part, false, languages.Blank))).HasBlank ? languages.Nothing : follows,
        PatternNode.Assertion { Kind: AssertionKind.Start } => atStart ? follows : languages.Nothing,
        PatternNode.Assertion { Kind: AssertionKind.End } => languages.Both(languages.Blank, follows),
        _ => follows,
    };

    private TextLanguage ReadRow(List<PatternNode> parts, bool atStart, TextLanguage follows)
    {
        var behind = parts.FindLastIndex(p => p is PatternNode.Look { Behind: true });
        if (behind > 0)
        {
            var look = (PatternNode.Look)parts[behind];
            var before = languages.Both(ReadRow(parts[..behind], atStart, languages.Blank),
                Look(look, languages.Row(languages.All, Read(look.Part, false, languages.Blank))));
            return languages.Row(before, ReadRow(parts[(behind + 1)..], atStart: false, follows));
        }
        for (var i = parts.Count - 1; i >= 0; i--)
            follows = Read(parts[i], atStart && parts[..i].TrueForAll(MayBeBlank), follows);
        return follows;
    }

    private TextLanguage Look(PatternNode.Look look, TextLanguage seen) => look.Negative ? languages.Except(seen) : seen;

    private TextLanguage ReadRepeat(PatternNode.Repeat repeat, bool atStart, TextLanguage follows)
    {
        if (!LooksAround(repeat.Part)) return languages.Row(languages.Times(Read(repeat.Part, atStart, languages.Blank), repeat.Min, repeat.Max), follows);
        var most = Math.Min(MaxWritten, repeat.Max < 0 ? MaxWritten : repeat.Max);
        var ways = new List<TextLanguage>();
        var written = follows;
        for (var count = 0; count <= most; count++)
        {
            if (count >= repeat.Min) ways.Add(written);
            written = Read(repeat.Part, atStart && count == most, written);
        }
        return languages.Either(ways);
    }

    private static IEnumerable<PatternNode> Flat(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Parts.SelectMany(Flat),
        PatternNode.Group { Part: PatternNode.Sequence inner } => Flat(inner),
        _ => [node],
    };

    private static bool MayBeBlank(PatternNode node) => node switch
    {
        PatternNode.Characters => false,
        PatternNode.Sequence sequence => sequence.Parts.All(MayBeBlank),
        PatternNode.Alternation alternation => alternation.Branches.Any(MayBeBlank),
        PatternNode.Repeat repeat => repeat.Min == 0 || MayBeBlank(repeat.Part),
        PatternNode.Group group => MayBeBlank(group.Part),
        _ => true,
    };

    /// <summary>Whether a pattern has conditions that going through it once does not see.</summary>
    public static bool LooksAround(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Parts.Any(LooksAround),
        PatternNode.Alternation alternation => alternation.Branches.Any(LooksAround),
        PatternNode.Repeat repeat => LooksAround(repeat.Part),
        PatternNode.Group group => LooksAround(group.Part),
        PatternNode.Characters => false,
        _ => true,
    };
}
