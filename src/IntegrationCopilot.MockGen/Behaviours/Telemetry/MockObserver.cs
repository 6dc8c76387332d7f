using System.Diagnostics;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationCopilot.MockGen;

/// <summary>Tells of each answer of a mock, to those who listen and to nobody else.</summary>
/// <param name="logs">Makes the logger; null for nobody.</param>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class MockObserver(ILoggerFactory? logs)
{
    private readonly ILogger logger = logs?.CreateLogger(MockTelemetry.Name) ?? NullLogger.Instance;

    /// <summary>Tells of an answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="activity">The activity of the exchange; null when nobody listens.</param>
    public void Tell(MockRequest request, MockReply reply, TimeSpan duration, Activity? activity)
    {
        if (activity is null && !MockTelemetry.Duration.Enabled && !MockTelemetry.Findings.Enabled && !logger.IsEnabled(LogLevel.Error)) return;
        var method = TelemetryTags.MethodOf(request.Message.Method);
        var route = TelemetryTags.TextOf(request.Operation?.Description.Path);
        Measure(request, reply, duration, method, route);
        Log(request, reply, duration, method, route);
        if (activity is null) return;
        activity.DisplayName = route is null ? method : $"{method} {route}";
        activity.SetTag(TelemetryTags.Method, method).SetTag(TelemetryTags.Route, route).SetTag(TelemetryTags.Status, reply.Status)
            .SetTag(MockTelemetry.Behaviour, request.Reached).SetTag(TelemetryTags.Error, request.Failure);
        if (request.Failure is not null) activity.SetStatus(ActivityStatusCode.Error);
    }

    private static void Measure(MockRequest request, MockReply reply, TimeSpan duration, string method, string? route)
    {
        if (MockTelemetry.Duration.Enabled)
        {
            var tags = new TagList { { TelemetryTags.Method, method }, { TelemetryTags.Status, reply.Status }, { MockTelemetry.Behaviour, request.Reached } };
            if (route is not null) tags.Add(TelemetryTags.Route, route);
            if (request.Failure is { } failure) tags.Add(TelemetryTags.Error, failure);
            MockTelemetry.Duration.Record(duration.TotalSeconds, tags);
        }

        if (!MockTelemetry.Findings.Enabled) return;
        foreach (var finding in request.Findings)
        {
            MockTelemetry.Findings.Add(1,
                new TagList { { TelemetryTags.Method, method }, { TelemetryTags.Route, route }, { TelemetryTags.Finding, finding.Code } });
        }
    }

    private void Log(MockRequest request, MockReply reply, TimeSpan duration, string method, string? route)
    {
        if (request.Failure is { } failure) MockEvents.Failed(logger, method, route, failure);
        if (request.Findings.Count > 0 && logger.IsEnabled(LogLevel.Information))
        {
            MockEvents.Nonconforming(logger, method, route, request.Findings.Count,
                string.Join(", ", request.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)));
        }

        MockEvents.Answered(logger, method, route, reply.Status, request.Reached, duration.TotalMilliseconds);
    }
}
