using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntegrationCopilot.Proxy;

/// <summary>What recording proxies tell those who listen.</summary>
internal static class ProxyTelemetry
{
    public const string Name = "IntegrationCopilot.Proxy";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("integration_copilot.proxy.request.duration", "s", "How long an exchange took that a recording proxy stood between.");

    public static Counter<long> Findings { get; } =
        Meter.CreateCounter<long>("integration_copilot.proxy.findings", "{finding}", "In what exchanges did not conform to the description.");
}
