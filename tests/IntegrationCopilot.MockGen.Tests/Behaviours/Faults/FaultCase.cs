namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What a plain HTTP client sees of a fault.</summary>
/// <param name="Fault">The fault's id.</param>
/// <param name="Right">What it sees without the fault.</param>
/// <param name="Wrong">What it sees with the fault.</param>
/// <param name="Document">The API.</param>
/// <param name="Look">Looks.</param>
public sealed record FaultCase(string Fault, string Right, string Wrong, string Document, Func<FaultProbe, Task<string>> Look)
{
    /// <summary>How the mock is set beside.</summary>
    public Func<MockServerOptions, MockServerOptions> Set { get; init; } = static options => options;

    public override string ToString() => Fault;
}
