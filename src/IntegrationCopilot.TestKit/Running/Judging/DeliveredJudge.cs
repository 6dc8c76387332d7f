using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether a delivery arrived, and once.</summary>
internal static class DeliveredJudge
{
    public const string Cut = "the delivery is longer than what is read of one";

    /// <summary>What came instead of a delivery, for people.</summary>
    public static string None(DeliveryOutcome delivery)
    {
        var others = delivery.Arrival.Others switch { 0 => "", 1 => "; one other delivery came", var many => $"; {many} other deliveries came" };
        return $"no delivery of '{delivery.Webhook.Path}' came to {delivery.Address} within {delivery.Arrival.Waited.TotalSeconds:0.#} s{others}";
    }

    /// <summary>What the document does not say for certain need not come so soon.</summary>
    public static Judgement Arrived(DeliveredAssertion assertion, JudgeContext context)
    {
        if (context.Outcome.Delivery is not { } delivery) return Judgement.Fails("the step waits for no delivery");
        if (delivery.Received is not null) return Judgement.Holds;
        return assertion.IsCertain || context.IsMock ? Judgement.Fails(None(delivery))
            : Judgement.CannotTell($"{None(delivery)}, though it may come later, or only when something else happens");
    }

    public static Judgement Once(DeliveredOnceAssertion assertion, JudgeContext context)
    {
        if (context.Outcome.Delivery is not { Received: { } received } delivery) return Judgement.CannotTell("no delivery came that could come again");
        if (!delivery.Arrival.CameAgain) return Judgement.Holds;
        var problem = $"the delivery {DeliveryMatch.NameOf(received)} came again although it had been answered with 200";
        return assertion.IsCertain || context.IsMock ? Judgement.Fails(problem) : Judgement.Doubts(problem);
    }
}
