namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives the bytes of a document another document refers to.</summary>
/// <param name="documentName">The name of the document wanted: the reference made absolute against the name of the document that holds it.</param>
/// <returns>The bytes, which must not change afterwards; null when there is no such document or it may not be read.</returns>
public delegate ReadOnlyMemory<byte>? DocumentSource(string documentName);

/// <summary>How a description is read.</summary>
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
