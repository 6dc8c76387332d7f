using System.Diagnostics;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells of a run, to those who listen and to nobody else.</summary>
/// <param name="logs">Makes the logger; null for nobody.</param>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class RunObserver(ILoggerFactory? logs)
{
    private readonly ILogger logger = logs?.CreateLogger(RunTelemetry.Name) ?? NullLogger.Instance;

    public void Begun(string runId, int cases) => RunEvents.Begun(logger, runId, cases);

    public void Ended(RunResult result)
    {
        if (!logger.IsEnabled(LogLevel.Information)) return;
        var (passed, failed) = (result.Cases.Count(item => item.Status == CaseStatus.Pass), result.Cases.Count(item => item.Status == CaseStatus.Fail));
        RunEvents.Ended(logger, result.RunId, result.Duration.TotalSeconds, passed, failed, result.Cases.Count - passed - failed);
    }

    /// <summary>Tells of a case that is done.</summary>
    public void CaseEnded(CaseResult result, Activity? activity)
    {
        var verdict = result.Status.ToWire();
        if (RunTelemetry.Cases.Enabled)
        {
            RunTelemetry.Cases.Record(result.Duration.TotalSeconds,
                new TagList { { RunTelemetry.Category, result.Category }, { TelemetryTags.Outcome, verdict } });
        }

        if (logger.IsEnabled(LogLevel.Debug))
            RunEvents.CaseEnded(logger, TelemetryTags.TextOf(result.Id), result.Category, verdict, result.Duration.TotalSeconds);
        if (activity is null) return;
        activity.SetTag(RunTelemetry.Case, TelemetryTags.TextOf(result.Id)).SetTag(RunTelemetry.Category, result.Category)
            .SetTag(TelemetryTags.Outcome, verdict);
        if (result.Status is CaseStatus.Fail or CaseStatus.Error) activity.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Tells of a request and what became of it.</summary>
    /// <param name="sent">The method of the request.</param>
    /// <param name="operation">The operation; null when it belongs to none, as for tokens.</param>
    /// <param name="status">The status of the answer; null when none came.</param>
    /// <param name="duration">How long that took.</param>
    /// <param name="failure">Why no answer came; null when one did.</param>
    /// <param name="activity">The activity; null when nobody listens.</param>
    public void Sent(string sent, ApiOperation? operation, int? status, TimeSpan duration, Exception? failure, Activity? activity)
    {
        if (activity is null && !RunTelemetry.Requests.Enabled && !logger.IsEnabled(LogLevel.Error)) return;
        var method = TelemetryTags.MethodOf(sent);
        var template = TelemetryTags.TextOf(operation?.Path);
        var error = failure?.GetType().Name;
        if (status is { } answered) RunEvents.Answered(logger, method, template, answered, duration.TotalMilliseconds);
        else RunEvents.Unanswered(logger, method, template, error ?? "none");
        if (RunTelemetry.Requests.Enabled)
        {
            var tags = new TagList { { TelemetryTags.Method, method }, { TelemetryTags.Template, template } };
            if (status is not null) tags.Add(TelemetryTags.Status, status);
            if (error is not null) tags.Add(TelemetryTags.Error, error);
            RunTelemetry.Requests.Record(duration.TotalSeconds, tags);
        }

        if (activity is null) return;
        activity.DisplayName = template is null ? method : $"{method} {template}";
        activity.SetTag(TelemetryTags.Method, method).SetTag(TelemetryTags.Template, template).SetTag(TelemetryTags.Status, status)
            .SetTag(TelemetryTags.Error, error);
        if (error is not null) activity.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Tells that a request waits for its turn.</summary>
    public void Waits(TimeSpan wait)
    {
        RunTelemetry.Waits.Record(wait.TotalSeconds);
        RunEvents.Waits(logger, wait.TotalSeconds);
    }
}
