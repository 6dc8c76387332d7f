using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>In what way a sample is not what its schema asks for.</summary>
public enum SampleNoteKind
{
    /// <summary>No value was found that meets a keyword; there may be one. The sample has what comes near.</summary>
    Unmet,

    /// <summary>No value can meet a keyword together with the rest of its schema.</summary>
    Contradiction,

    /// <summary>The schema is <c>false</c>: there is no value.</summary>
    AcceptsNothing,

    /// <summary>Every value of the schema would contain another of its kind: there is no finite one.</summary>
    Endless,

    /// <summary>
    /// Values conform, but none that the form, field or document it travels in can carry: an empty list in a form has no spelling (RFC 6570, section 3.2.1).
    /// </summary>
    CannotBeCarried,
}

/// <summary>One place where a sample does not conform.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SampleNote
{
    /// <summary>What is the matter.</summary>
    public required SampleNoteKind Kind { get; init; }

    /// <summary>JSON Pointer (RFC 6901) of the value in the sample; empty for the whole.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The keyword that is not met, for example <c>pattern</c>; empty when it is no single one.</summary>
    public string Keyword { get; init; } = "";

    /// <summary>Where the keyword, or the schema, is written; null when that is not known.</summary>
    public SourceLocation? Source { get; init; }
}
