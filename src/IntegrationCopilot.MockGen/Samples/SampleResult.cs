namespace IntegrationCopilot.MockGen;

/// <summary>Where a sample comes from.</summary>
public enum SampleOrigin
{
    /// <summary>The document gives it: an example that conforms to its schema.</summary>
    Example,

    /// <summary>Made from the schema.</summary>
    Generated,
}

/// <summary>A sample, or why there is none.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SampleResult
{
    /// <summary>UTF-8 JSON text that conforms to the schema; empty when none was found.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Whether a conforming value was found.</summary>
    public bool Found => Problem is null;

    /// <summary>Where the sample comes from.</summary>
    public SampleOrigin Origin { get; init; }

    /// <summary>Why no conforming value was found, in one sentence; null when one was.</summary>
    public string? Problem { get; init; }
}
