using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges how long things took.</summary>
internal static class TimeJudges
{
    public static Judgement TimesOut(TimesOutAssertion assertion, Exchange exchange, JudgeContext context) =>
        Judgement.Of(exchange.TimedOut,
            $"{JudgeContext.Describe(exchange)} after {exchange.Duration.TotalMilliseconds:0} ms, within the limit of {context.Outcome.Step.TimeoutMs} ms");

    public static string Describe(DurationAssertion assertion) => (assertion.MinMs, assertion.MaxMs) switch
    {
        ({ } min, { } max) => $"the step takes {min} to {max} ms",
        ({ } min, null) => $"the step takes at least {min} ms",
        (null, { } max) => $"the step takes at most {max} ms",
        _ => "the step takes any time",
    };

    public static Judgement Duration(DurationAssertion assertion, JudgeContext context)
    {
        var took = context.Outcome.Duration.TotalMilliseconds;
        return Judgement.Of(!(took < assertion.MinMs) && !(took > assertion.MaxMs), $"it took {took:0} ms");
    }
}
