using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What schemas ask of a text, worked out once.</summary>
internal sealed class TextDemands
{
    public TextDemands(SchemaView view)
    {
        Formats = [.. view.Formats, .. view.Parts.Select(p => p.Part.ContentEncoding).OfType<string>()];
        Grammars = [.. Formats.Select(FormatGrammars.Of).Where(g => g.Count > 0)];
        Patterns = [.. view.Patterns.Select(PatternCache.Find).OfType<EcmaPattern>()];
        Forbidden = [.. view.Parts.Select(p => p.Part.ForbiddenPattern).OfType<string>()];
        IsPlain = !Patterns.Any(p => PatternLanguage.LooksAround(Inner(p.Syntax)));
        MustVerify = view.Patterns.Any() || view.Formats.Any();
    }

    /// <summary>The formats and encodings.</summary>
    public IReadOnlyList<string> Formats { get; }

    /// <summary>Of each format that has any, its grammars.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Grammars { get; }

    public IReadOnlyList<EcmaPattern> Patterns { get; }

    /// <summary>Patterns that must not match.</summary>
    public IReadOnlyList<string> Forbidden { get; }

    /// <summary>Whether going through a pattern once respects all its conditions.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether what is made has to be looked at by the schema.</summary>
    public bool MustVerify { get; }

    /// <summary>The pattern without the anchors at its ends, which going through it once respects.</summary>
    private static PatternNode Inner(PatternNode syntax) => syntax is PatternNode.Sequence sequence
        ? new PatternNode.Sequence([.. sequence.Parts.Where((p, i) => !(p is PatternNode.Assertion && (i == 0 || i == sequence.Parts.Count - 1)))])
        : syntax;
}
