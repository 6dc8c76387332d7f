using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges the signature of a delivery: it must verify as it came, and no longer with a change.</summary>
internal static class SignatureJudge
{
    private static readonly TimeSpan Later = WebhookSignature.DefaultTolerance + TimeSpan.FromMinutes(1);

    public static string Describe(SignatureAssertion assertion) => assertion.Change switch
    {
        DeliveryChange.Body => "the signature verifies, and with another body it does not",
        DeliveryChange.Age => "the signature verifies when it comes, and later it does not",
        DeliveryChange.Secret => "the signature verifies with the agreed secret, and with another it does not",
        _ => "the signature verifies",
    };

    public static Judgement Judge(SignatureAssertion assertion, JudgeContext context)
    {
        if (context.Outcome is not { Delivery: { } delivery, Step.Delivery.Signature: { } described }) return Judgement.Fails("the step waits for no delivery");
        if (delivery.Received is not { } received) return Judgement.CannotTell(DeliveredJudge.None(delivery));
        if (received.IsCut) return Judgement.CannotTell(DeliveredJudge.Cut);
        if (delivery.Secret is not { } secret) return Judgement.CannotTell("nobody told the secret that it is signed with");
        var verifier = new DeliveryVerifier(described, received);
        var whole = verifier.VerifyAtAnyAge(secret);
        if (!whole.IsValid) return Invalid(whole, assertion.Change, described, context.IsMock);
        return assertion.Change switch
        {
            DeliveryChange.Body => Changed(verifier.VerifyChanged(secret), "another body"),
            DeliveryChange.Secret => Changed(verifier.VerifyWithOtherSecret(), "another secret"),
            DeliveryChange.Age when verifier.Verify(secret) is { IsValid: false } stale => Judgement.Fails(Text(stale)),
            DeliveryChange.Age => Changed(verifier.Verify(secret, Later), $"a clock {Later.TotalMinutes:0} minutes later"),
            _ => Judgement.Of(verifier.Verify(secret) is { IsValid: true }, Text(verifier.Verify(secret))),
        };
    }

    private static Judgement Changed(WebhookVerification changed, string what) =>
        Judgement.Of(!changed.IsValid, $"the signature verifies with {what} too, so it protects nothing");

    /// <summary>Of a way of signing that the document leaves open, a signature that does not verify may be right all the same.</summary>
    private static Judgement Invalid(WebhookVerification found, DeliveryChange change, DeliverySignature described, bool isMock)
    {
        var isMissing = found.Refusal == WebhookRefusal.MissingHeader;
        if (isMock || described.IsKnown || (isMissing && described.Required))
            return change == DeliveryChange.Age && !isMissing ? Judgement.CannotTell(Text(found)) : Judgement.Fails(Text(found));
        return isMissing
            ? Judgement.Doubts(Text(found))
            : Judgement.CannotTell($"{Text(found)}; the document does not say how the signature in {described.Header} is made");
    }

    private static string Text(WebhookVerification verification) => verification.Message.TrimEnd('.');
}
