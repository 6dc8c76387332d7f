using System.Diagnostics;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationCopilot.Proxy;

/// <summary>Tells of each exchange, to those who listen and to nobody else.</summary>
/// <param name="logs">Makes the logger; null for nobody.</param>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class ProxyObserver(ILoggerFactory? logs)
{
    private readonly ILogger logger = logs?.CreateLogger(ProxyTelemetry.Name) ?? NullLogger.Instance;

    /// <summary>Tells of an exchange that is over.</summary>
    /// <param name="done">The exchange.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="activity">Its activity; null when nobody listens.</param>
    public void Tell(ProxiedExchange done, TimeSpan duration, Activity? activity)
    {
        if (activity is null && !ProxyTelemetry.Duration.Enabled && !ProxyTelemetry.Findings.Enabled && !logger.IsEnabled(LogLevel.Error)) return;
        var told = Told.Of(done);
        Measure(done, told, duration);
        Log(done, told, duration);
        if (activity is null) return;
        activity.DisplayName = told.Route is null ? told.Method : $"{told.Method} {told.Route}";
        activity.SetTag(TelemetryTags.Method, told.Method).SetTag(TelemetryTags.Route, told.Route).SetTag(TelemetryTags.Status, told.Status)
            .SetTag(TelemetryTags.Outcome, told.Outcome).SetTag(TelemetryTags.Error, told.Error);
        if (told.Error is not null) activity.SetStatus(ActivityStatusCode.Error);
    }

    private static void Measure(ProxiedExchange done, Told told, TimeSpan duration)
    {
        if (ProxyTelemetry.Duration.Enabled)
        {
            var tags = new TagList { { TelemetryTags.Method, told.Method }, { TelemetryTags.Outcome, told.Outcome } };
            if (told.Route is not null) tags.Add(TelemetryTags.Route, told.Route);
            if (told.Status is { } status) tags.Add(TelemetryTags.Status, status);
            if (told.Error is not null) tags.Add(TelemetryTags.Error, told.Error);
            ProxyTelemetry.Duration.Record(duration.TotalSeconds, tags);
        }

        if (!ProxyTelemetry.Findings.Enabled) return;
        foreach (var found in done.Verdict.Findings)
        {
            ProxyTelemetry.Findings.Add(1, new TagList
            {
                { TelemetryTags.Method, told.Method },
                { TelemetryTags.Route, told.Route },
                { TelemetryTags.Direction, found.Direction == MessageDirection.Request ? "request" : "response" },
                { TelemetryTags.Finding, found.Finding.Code },
            });
        }
    }

    private void Log(ProxiedExchange done, Told told, TimeSpan duration)
    {
        if (told.Error is not null) ProxyEvents.Failed(logger, told.Method, told.Route, told.Error);
        if (done.Verdict.Findings.Count > 0 && logger.IsEnabled(LogLevel.Information))
        {
            ProxyEvents.Nonconforming(logger, told.Method, told.Route, done.Verdict.Findings.Count,
                string.Join(", ", done.Verdict.Findings.Select(found => found.Finding.Code).Distinct(StringComparer.Ordinal)));
        }

        ProxyEvents.Exchanged(logger, told.Method, told.Route, told.Outcome, told.Status, duration.TotalMilliseconds);
    }

    /// <summary>What is told of an exchange: nothing of its messages.</summary>
    private sealed record Told(string Method, string? Route, string Outcome, int? Status, string? Error)
    {
        public static Told Of(ProxiedExchange done) => new(
            TelemetryTags.MethodOf(done.Exchange.Request.Method),
            TelemetryTags.TextOf(done.Verdict.Operation?.Path),
            done.Refusal switch { ProxyRefusal.Request => "request refused", ProxyRefusal.Response => "response refused", _ => "forwarded" },
            done.Exchange.Response?.Status,
            done.Error?.GetType().Name);
    }
}
