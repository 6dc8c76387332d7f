using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// A set of texts as an expression: what patterns, lengths and formats together allow. Made by <see cref="TextLanguages"/>, which gives equal expressions the
/// same instance.
/// </summary>
internal sealed class TextLanguage(int id, TextLanguageKind kind)
{
    public int Id { get; } = id;

    public TextLanguageKind Kind { get; } = kind;

    /// <summary>Whether the empty text is in it.</summary>
    public bool HasBlank { get; init; }

    /// <summary>The characters of <see cref="TextLanguageKind.One"/>.</summary>
    public CodePointSet? Set { get; init; }

    /// <summary>What it is made of.</summary>
    public IReadOnlyList<TextLanguage> Parts { get; init; } = [];

    /// <summary>How often the part of <see cref="TextLanguageKind.Times"/> is repeated at least.</summary>
    public int Min { get; init; }

    /// <summary>How often at most; -1 for no limit.</summary>
    public int Max { get; init; }
}

internal enum TextLanguageKind
{
    /// <summary>No text.</summary>
    Nothing,

    /// <summary>The empty text.</summary>
    Blank,

    /// <summary>One character of a set.</summary>
    One,

    /// <summary>One after the other.</summary>
    Row,

    /// <summary>In any of several.</summary>
    Either,

    /// <summary>In all of several.</summary>
    Both,

    /// <summary>Not in one.</summary>
    Except,

    /// <summary>One repeated.</summary>
    Times,
}
