using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether a webhook delivery is accepted or refused.</summary>
internal static class SignatureJudge
{
    public static Judgement Judge(SignatureAssertion assertion, JudgeContext context) => context.Outcome.Delivery is not { } delivery
        ? Judgement.Fails("the step delivers no webhook")
        : Judgement.Of(delivery.IsValid == assertion.Accepted,
            delivery.IsValid ? "the delivery is accepted although it was changed" : delivery.Message.TrimEnd('.'));
}
