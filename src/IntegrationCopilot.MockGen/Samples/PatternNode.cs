namespace IntegrationCopilot.MockGen;

/// <summary>A piece of a regular expression, as far as making a text that matches needs to know it.</summary>
internal abstract record PatternNode;

/// <summary>Nothing: anchors, and assertions that are left to verification.</summary>
internal sealed record PatternEmpty : PatternNode;

/// <summary>One character out of ranges of code points.</summary>
internal sealed record PatternChars(IReadOnlyList<(int Low, int High)> Ranges) : PatternNode;

/// <summary>One after the other.</summary>
internal sealed record PatternSequence(IReadOnlyList<PatternNode> Items) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record PatternChoice(IReadOnlyList<PatternNode> Branches) : PatternNode;

/// <summary>Again and again.</summary>
internal sealed record PatternRepeat(PatternNode Item, int Min, int Max) : PatternNode;
