using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Says of the cases that were refused a creation that the thing is there all the same.</summary>
internal static class RefusalFindings
{
    private const string Expected = "a creation that is refused leaves nothing";

    /// <summary>Refusals: a server that failed, or did not answer, has promised nothing.</summary>
    private static bool IsRefusal(RefusedThing found) => found.Refused is { CaseId: not null, Exchange.Response.Status: >= 400 and < 500 };

    /// <summary>The result of a case, with what its refused creations left.</summary>
    /// <param name="result">The result; one that failed stays as it is.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="redactor">Takes the secrets out.</param>
    public static CaseResult In(CaseResult result, IReadOnlyList<RefusedThing> found, TraceRedactor redactor)
    {
        if (result.Status == CaseStatus.Fail
            || found.FirstOrDefault(item => IsRefusal(item) && item.Refused.CaseId == result.Id) is not { } left) return result;
        var exchange = left.Refused.Exchange;
        var problem = redactor.Redact($"{JudgeContext.Describe(exchange)} to {exchange.Operation!.Id}, and {left.Shown.Id} shows what was to be created"
            + $"{(left.Thing.Identifier is { } name ? $" ('{name}')" : "")}");
        var cause = new CaseCause
        {
            Kind = CauseKind.NotAsExpected,
            Text = $"{Expected}: {problem}",
            Operation = exchange.Operation.Id,
            Subject = $"{exchange.Operation.Id} {Expected}",
            Status = exchange.Response!.Status,
            Curl = exchange.Traced is { } request ? CurlCommand.Of(request) : null,
        };
        return result with
        {
            Status = result.Setting == TestSetting.Optional ? CaseStatus.Warn : CaseStatus.Fail,
            Reason = cause.Text,
            Cause = cause,
            Assertions = [.. result.Assertions, new AssertionResult(Expected, AssertionVerdict.Broken, problem, []) { Cause = cause }],
        };
    }
}
