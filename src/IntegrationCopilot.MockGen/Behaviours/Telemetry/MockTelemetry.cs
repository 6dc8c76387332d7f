using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntegrationCopilot.MockGen;

/// <summary>What mocks tell those who listen.</summary>
internal static class MockTelemetry
{
    public const string Name = "IntegrationCopilot.MockGen";

    /// <summary>The name of the behaviour that a request reached last.</summary>
    public const string Behaviour = "integration_copilot.mock.behaviour";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("integration_copilot.mock.request.duration", "s", "How long a mock took to answer, delays included.");

    public static Counter<long> Findings { get; } =
        Meter.CreateCounter<long>("integration_copilot.mock.findings", "{finding}", "In what requests to mocks did not conform to the description.");
}
