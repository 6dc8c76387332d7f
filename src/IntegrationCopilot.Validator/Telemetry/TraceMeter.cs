using System.Diagnostics.Metrics;

namespace IntegrationCopilot.Validator;

/// <summary>What is measured of trace files.</summary>
internal static class TraceMeter
{
    private static readonly Meter Meter = new("IntegrationCopilot.Validator");

    public static Counter<long> Written { get; } =
        Meter.CreateCounter<long>("integration_copilot.traces.written", "{trace}", "Traces written to files.");

    public static Counter<long> Bytes { get; } =
        Meter.CreateCounter<long>("integration_copilot.traces.bytes", "By", "Bytes written to trace files, signatures included.");

    public static Counter<long> Failures { get; } =
        Meter.CreateCounter<long>("integration_copilot.traces.failures", "{failure}", "Lines of trace files that could not be written.");
}
