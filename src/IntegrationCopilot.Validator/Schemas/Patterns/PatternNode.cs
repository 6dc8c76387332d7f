namespace IntegrationCopilot.Validator;

/// <summary>The syntax tree of an ECMA-262 pattern.</summary>
internal abstract record PatternNode
{
    public sealed record Characters(CodePointSet Set) : PatternNode;

    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    public sealed record Alternation(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <param name="Max">-1 for no limit.</param>
    public sealed record Repeat(PatternNode Part, int Min, int Max, bool Lazy) : PatternNode;

    /// <param name="Number">From 1, as back references count.</param>
    public sealed record Group(PatternNode Part, int Number) : PatternNode;

    public sealed record BackReference(int Number) : PatternNode;

    public sealed record Look(PatternNode Part, bool Behind, bool Negative) : PatternNode;

    public sealed record Assertion(AssertionKind Kind) : PatternNode;
}

internal enum AssertionKind
{
    Start,
    End,
    WordBoundary,
    NotWordBoundary,
}
