namespace IntegrationCopilot.SpecEngine;

/// <summary>Limits that keep a hostile document from costing more than an honest one.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ReadLimits
{
    /// <summary>Bytes of one document. Default 64 MiB.</summary>
    public int MaxDocumentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Nodes of one document, before aliases are expanded. Default 5,000,000.</summary>
    public int MaxNodes { get; init; } = 5_000_000;

    /// <summary>Levels of nesting. Default 256.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>Nodes of one YAML document when every alias is written out. Default 10,000,000.</summary>
    public int MaxExpandedNodes { get; init; } = 10_000_000;

    /// <summary>Documents of one description, the entry document included. Default 10,000.</summary>
    public int MaxDocuments { get; init; } = 10_000;

    /// <summary>References followed while a description is read. Default 1,000,000.</summary>
    public int MaxReferences { get; init; } = 1_000_000;

    /// <summary>Problems kept; further ones are counted only. Default 1,000.</summary>
    public int MaxProblems { get; init; } = 1_000;
}
