using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntegrationCopilot.TestKit;

/// <summary>What runs tell those who listen.</summary>
internal static class RunTelemetry
{
    public const string Name = "IntegrationCopilot.TestKit";

    /// <summary>The id of a category of tests.</summary>
    public const string Category = "integration_copilot.test.category";

    /// <summary>The id of a test; of activities and log lines only.</summary>
    public const string Case = "integration_copilot.test.case";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Histogram<double> Cases { get; } =
        Meter.CreateHistogram<double>("integration_copilot.run.case.duration", "s", "How long a case took, waits included.");

    public static Histogram<double> Requests { get; } =
        Meter.CreateHistogram<double>("integration_copilot.run.request.duration", "s", "How long the answer to a request of a run took.");

    public static Histogram<double> Waits { get; } =
        Meter.CreateHistogram<double>("integration_copilot.run.wait.duration", "s", "How long a request waited for its turn.");
}
