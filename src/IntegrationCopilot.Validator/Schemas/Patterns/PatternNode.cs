namespace IntegrationCopilot.Validator;

/// <summary>The syntax tree of an ECMA-262 pattern (section 22.2.1).</summary>
/// <remarks>Groups that capture nothing have no node of their own. Named groups and references are told by number.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public abstract class PatternNode
{
    private protected PatternNode()
    {
    }

    /// <summary>One character of a set.</summary>
    /// <param name="set">The set; an empty one matches nothing.</param>
    public sealed class Characters(CodePointSet set) : PatternNode
    {
        /// <summary>The set; an empty one matches nothing.</summary>
        public CodePointSet Set { get; } = set;
    }

    /// <summary>One part after the other.</summary>
    /// <param name="parts">The parts; none match the empty text.</param>
    public sealed class Sequence(IReadOnlyList<PatternNode> parts) : PatternNode
    {
        /// <summary>The parts; none match the empty text.</summary>
        public IReadOnlyList<PatternNode> Parts { get; } = parts;
    }

    /// <summary>One of several.</summary>
    /// <param name="branches">Two or more.</param>
    public sealed class Alternation(IReadOnlyList<PatternNode> branches) : PatternNode
    {
        /// <summary>Two or more.</summary>
        public IReadOnlyList<PatternNode> Branches { get; } = branches;
    }

    /// <summary>A part repeated.</summary>
    /// <param name="part">The part.</param>
    /// <param name="min">How often at least.</param>
    /// <param name="max">How often at most; -1 for no limit.</param>
    /// <param name="lazy">Whether fewer are tried first.</param>
    public sealed class Repeat(PatternNode part, int min, int max, bool lazy) : PatternNode
    {
        /// <summary>The part.</summary>
        public PatternNode Part { get; } = part;

        /// <summary>How often at least.</summary>
        public int Min { get; } = min;

        /// <summary>How often at most; -1 for no limit.</summary>
        public int Max { get; } = max;

        /// <summary>Whether fewer are tried first.</summary>
        public bool Lazy { get; } = lazy;
    }

    /// <summary>A part that is captured.</summary>
    /// <param name="part">The part.</param>
    /// <param name="number">From 1, as back references count.</param>
    public sealed class Group(PatternNode part, int number) : PatternNode
    {
        /// <summary>The part.</summary>
        public PatternNode Part { get; } = part;

        /// <summary>From 1, as back references count.</summary>
        public int Number { get; } = number;
    }

    /// <summary>The text of a captured group again.</summary>
    /// <param name="number">The group's number.</param>
    public sealed class BackReference(int number) : PatternNode
    {
        /// <summary>The group's number.</summary>
        public int Number { get; } = number;
    }

    /// <summary>What must, or must not, follow or precede, without being consumed.</summary>
    /// <param name="part">What is looked for.</param>
    /// <param name="behind">Whether it precedes.</param>
    /// <param name="negative">Whether it must not be there.</param>
    public sealed class Look(PatternNode part, bool behind, bool negative) : PatternNode
    {
        /// <summary>What is looked for.</summary>
        public PatternNode Part { get; } = part;

        /// <summary>Whether it precedes.</summary>
        public bool Behind { get; } = behind;

        /// <summary>Whether it must not be there.</summary>
        public bool Negative { get; } = negative;
    }

    /// <summary>A condition of the place.</summary>
    /// <param name="kind">Which.</param>
    public sealed class Assertion(AssertionKind kind) : PatternNode
    {
        /// <summary>Which.</summary>
        public AssertionKind Kind { get; } = kind;
    }
}

/// <summary>Conditions of a place in a text.</summary>
public enum AssertionKind
{
    /// <summary><c>^</c>: nothing precedes.</summary>
    Start,

    /// <summary><c>$</c>: nothing follows.</summary>
    End,

    /// <summary><c>\b</c>: one neighbour is a word character, the other is none.</summary>
    WordBoundary,

    /// <summary><c>\B</c>: both neighbours are word characters, or none is.</summary>
    NotWordBoundary,
}
