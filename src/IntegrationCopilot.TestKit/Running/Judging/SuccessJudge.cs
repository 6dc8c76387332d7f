using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether a request that breaks no rule succeeds.</summary>
/// <remarks>
/// A server may know rules that the document does not tell, so that a refusal of made-up values proves nothing: it does where every value is the document's
/// own, where the same request but for one allowed value succeeded, and against the own mock, which knows no other rules.
/// </remarks>
internal static class SuccessJudge
{
    /// <summary>States and limits of the server that a client cannot know: already there, another version, too many requests.</summary>
    private static readonly int[] Elsewhere = [401, 402, 403, 404, 407, 408, 409, 410, 412, 423, 425, 428, 429];

    public static Judgement Judge(SucceedsAssertion assertion, Exchange exchange, JudgeContext context)
    {
        var status = exchange.Response?.Status ?? 0;
        if (exchange.Succeeded) return Judgement.Holds;
        var said = JudgeContext.Describe(exchange) + StatusHints.Of(exchange, context);
        if (context.IsMock) return Judgement.Fails(said);
        if (status == 503 && exchange.Header("Retry-After") is not null) return Judgement.CannotTell(said);
        if (status is >= 500 or 405 or 406 or 415 or 501) return Judgement.Fails(said);
        if (assertion.MadeBy is { } made && status is 404 or 410) return Judgement.Fails($"{said}, although step '{made}' made it");
        if (status is >= 300 and < 400 || Elsewhere.Contains(status)) return Judgement.CannotTell(said);
        if (status == 422 && !assertion.Explained && context.Control is { Succeeded: true })
            return Judgement.Doubts($"{said}, although the same request without this change succeeded: the server has a rule that the document does not tell");
        return assertion.Explained || context.Control is { Succeeded: true }
            ? Judgement.Fails(
                $"{said}, although {(assertion.Explained ? "every value sent is the document's own" : "the same request without this change succeeded")}")
            : Judgement.CannotTell($"{said}: the server has a rule that the document does not tell, so give values that it accepts");
    }
}
