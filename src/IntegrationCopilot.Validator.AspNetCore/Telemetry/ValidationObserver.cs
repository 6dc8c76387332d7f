using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Tells of what the middleware does, to those who listen and to nobody else.</summary>
/// <param name="logs">Makes the logger; null for nobody.</param>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class ValidationObserver(ILoggerFactory? logs)
{
    private const string Conforms = "conforms";
    private readonly ILogger logger = logs?.CreateLogger(ValidationTelemetry.Name) ?? NullLogger.Instance;

    public static ValidationObserver Of(IServiceProvider services) => new(services.GetService<ILoggerFactory>());

    /// <summary>Tells of a request that was validated.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="template">The path of its operation; null when it belongs to none.</param>
    /// <param name="broken">In what it does not conform; null when it was too long to be read.</param>
    /// <param name="maxBytes">How much is read.</param>
    /// <param name="start">When that began.</param>
    /// <param name="activity">The activity; null when nobody listens.</param>
    public void Validated(string method, string? template, IReadOnlyList<Finding>? broken, int maxBytes, long start, Activity? activity)
    {
        if (activity is null && !ValidationTelemetry.Duration.Enabled && !ValidationTelemetry.Findings.Enabled && !logger.IsEnabled(LogLevel.Error)) return;
        method = TelemetryTags.MethodOf(method);
        var route = TelemetryTags.TextOf(template);
        var outcome = broken switch { null => "too long", { Count: > 0 } => "refused", _ => Conforms };
        Log(method, route, broken, maxBytes);
        if (ValidationTelemetry.Duration.Enabled)
        {
            ValidationTelemetry.Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds,
                new TagList { { TelemetryTags.Method, method }, { TelemetryTags.Route, route }, { TelemetryTags.Outcome, outcome } });
        }

        if (ValidationTelemetry.Findings.Enabled)
        {
            foreach (var finding in broken ?? [])
            {
                ValidationTelemetry.Findings.Add(1,
                    new TagList { { TelemetryTags.Method, method }, { TelemetryTags.Route, route }, { TelemetryTags.Finding, finding.Code } });
            }
        }

        activity?.SetTag(TelemetryTags.Method, method).SetTag(TelemetryTags.Route, route).SetTag(TelemetryTags.Outcome, outcome);
    }

    /// <summary>Tells of a webhook that was checked.</summary>
    /// <param name="outcome">What became of it; null when it was let through.</param>
    public void Webhook(string? outcome)
    {
        if (ValidationTelemetry.Webhooks.Enabled)
            ValidationTelemetry.Webhooks.Add(1, new KeyValuePair<string, object?>(TelemetryTags.Outcome, outcome ?? Conforms));
        if (outcome is not null) ValidationEvents.WebhookRefused(logger, outcome);
    }

    /// <summary>Tells of an exchange that was recorded.</summary>
    /// <param name="method">The method of its request.</param>
    /// <param name="template">The path of its operation or route; null when it belongs to none.</param>
    /// <param name="failure">What kept it from being recorded; null when nothing did.</param>
    public void Recorded(string method, string? template, Exception? failure)
    {
        if (!ValidationTelemetry.Traces.Enabled && !logger.IsEnabled(LogLevel.Error)) return;
        method = TelemetryTags.MethodOf(method);
        var route = TelemetryTags.TextOf(template);
        if (failure is null) ValidationEvents.Recorded(logger, method, route);
        else ValidationEvents.NotRecorded(logger, method, route, failure.GetType().Name);
        var tags = new TagList { { TelemetryTags.Method, method }, { TelemetryTags.Route, route } };
        if (failure is not null) tags.Add(TelemetryTags.Error, failure.GetType().Name);
        ValidationTelemetry.Traces.Add(1, tags);
    }

    private void Log(string method, string? route, IReadOnlyList<Finding>? broken, int maxBytes)
    {
        if (broken is null) ValidationEvents.TooLong(logger, method, route, maxBytes);
        else if (broken.Count == 0) ValidationEvents.Conforms(logger, method, route);
        else if (logger.IsEnabled(LogLevel.Information))
        {
            ValidationEvents.Refused(logger, method, route, broken.Count,
                string.Join(", ", broken.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)));
        }
    }
}
