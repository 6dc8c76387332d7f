using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether a server bears what it was sent.</summary>
internal static class RobustJudge
{
    public static Judgement Judge(RobustAssertion assertion, Exchange exchange, JudgeContext context) => exchange.Response?.Status switch
    {
        null => Judgement.CannotTell("no answer came"),
        < 500 when context.Control is { IsAsDescribed: false } control =>
            Judgement.CannotTell($"the unbroken request was not answered as described ({control.Reason}), so that this answer says nothing"),
        501 or 505 or < 500 => Judgement.Holds,
        503 when exchange.Header("Retry-After") is not null => Judgement.CannotTell(JudgeContext.Describe(exchange)),
        _ => Judgement.Fails($"{JudgeContext.Describe(exchange)}: the server failed"),
    };
}
