namespace IntegrationCopilot.MockGen;

/// <summary>How golden tests are derived.</summary>
public sealed record GoldenTestOptions
{
    /// <summary>Where made-up values come from; the same seed gives the same suite. Default 0.</summary>
    public int Seed { get; init; }
}
