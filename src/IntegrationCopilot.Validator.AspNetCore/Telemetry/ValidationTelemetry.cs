using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>What the middleware tells those who listen.</summary>
internal static class ValidationTelemetry
{
    public const string Name = "IntegrationCopilot.Validator.AspNetCore";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("integration_copilot.validation.duration", "s", "How long it took to read and validate a request.");

    public static Counter<long> Findings { get; } =
        Meter.CreateCounter<long>("integration_copilot.validation.findings", "{finding}", "In what requests did not conform to the description.");

    public static Counter<long> Webhooks { get; } =
        Meter.CreateCounter<long>("integration_copilot.webhooks.received", "{message}", "Webhooks that were checked.");

    public static Counter<long> Traces { get; } =
        Meter.CreateCounter<long>("integration_copilot.traces.recorded", "{trace}", "Exchanges that were recorded, or could not be.");
}
