using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit;

/// <summary>The log lines of runs.</summary>
internal static partial class RunEvents
{
    [LoggerMessage(4001, LogLevel.Information, "Run {RunId} of {Cases} cases has begun.", EventName = "RunBegun")]
    public static partial void Begun(ILogger logger, string runId, int cases);

    [LoggerMessage(4002, LogLevel.Information, "Run {RunId} has ended after {Seconds:0.0} s: {Passed} passed, {Failed} failed, {Others} others.",
        EventName = "RunEnded")]
    public static partial void Ended(ILogger logger, string runId, double seconds, int passed, int failed, int others);

    [LoggerMessage(4003, LogLevel.Debug, "Case {Case} of {Category}: {Verdict} after {Seconds:0.000} s.", EventName = "CaseEnded")]
    public static partial void CaseEnded(ILogger logger, string? @case, string category, string verdict, double seconds);

    [LoggerMessage(4004, LogLevel.Debug, "{Method} {Template} was answered with {Status} in {Milliseconds:0.0} ms.", EventName = "RequestAnswered")]
    public static partial void Answered(ILogger logger, string method, string? template, int status, double milliseconds);

    [LoggerMessage(4005, LogLevel.Warning, "{Method} {Template} was not answered: {Error}.", EventName = "RequestUnanswered")]
    public static partial void Unanswered(ILogger logger, string method, string? template, string error);

    [LoggerMessage(4006, LogLevel.Information, "The run waits {Seconds:0.0} s, as the API or the options ask for.", EventName = "RunWaits")]
    public static partial void Waits(ILogger logger, double seconds);
}
