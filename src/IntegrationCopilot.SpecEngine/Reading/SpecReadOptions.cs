namespace IntegrationCopilot.SpecEngine;

/// <summary>How a description is read.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SpecReadOptions
{
    /// <summary>Limits on what reading may cost.</summary>
    public ReadLimits Limits { get; init; } = new();

    /// <summary>
    /// Where further documents come from. Null (the default) reads none when the description is given as bytes, and only files
    /// beneath the entry document's folder when it is given as a file. The network is never used by default.
    /// </summary>
    public DocumentSource? Source { get; init; }
}
