using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Webhooks and callbacks that are delivered wrongly.</summary>
internal static class DeliveryFaults
{
    private const string Standard = "Standard Webhooks 1.0.0";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        Signed("unsigned-delivery", "Sends webhooks without a signature.", "Deliveries are signed.", $"{Standard}, Signature scheme",
            DeliveryDefect.Unsigned),
        Signed("tampered-delivery", "Sends webhooks whose body was changed after signing.", "The signature is that of the body.",
            $"{Standard}, Signature scheme", DeliveryDefect.TamperedBody),
        Signed("stale-delivery", "Sends webhooks that were signed ten minutes ago.", "The timestamp is that of the attempt.", $"{Standard}, Webhook headers",
            DeliveryDefect.StaleTimestamp),
        Signed("wrong-key-delivery", "Signs webhooks with another secret.", "Deliveries are signed with the secret that was agreed.",
            $"{Standard}, Signature scheme", DeliveryDefect.WrongKey),
        New("repeated-delivery", "Sends every webhook twice.", "What was accepted is not sent again.", $"{Standard}, Deliverability and reliability",
            DeliveryDefect.Duplicated),
        New("truncated-delivery", "Sends only half of the body.", "The body is sent as it was signed.", $"{Standard}, Signature scheme",
            DeliveryDefect.Truncated),
        new("missing-delivery", FaultArea.Deliveries, "Sends no webhook.", "What has happened is delivered to those who subscribed.",
            "OpenAPI 3.1.1, section 4.8.1 (webhooks)",
            Causes, FaultAct.Instead(MockStage.Processing, async (site, request, next) =>
            {
                request.SuppressesDeliveries = true;
                return site.Mark(await next(request));
            })),
    ];

    private static MockFault New(string id, string title, string rule, string source, DeliveryDefect defect) =>
        Of(id, title, rule, source, defect, Causes);

    /// <summary>Where no signature is described there is nothing to break.</summary>
    private static MockFault Signed(string id, string title, string rule, string source, DeliveryDefect defect) =>
        Of(id, title, rule, source, defect, subject => Causes(subject) && IsSigned(subject));

    private static MockFault Of(string id, string title, string rule, string source, DeliveryDefect defect, Func<FaultSubject, bool> applies) =>
        new(id, FaultArea.Deliveries, title, rule, source, applies, FaultAct.Instead(MockStage.Processing, async (site, request, next) =>
    {
        request.DeliveryDefect = defect;
        return site.Mark(await next(request));
    }));

    private static bool IsSigned(FaultSubject subject) => subject.Operation.Callbacks.Concat(subject.Spec.Webhooks)
        .Any(delivery => delivery.Facts.OfType<DeliverySignatureFact>().Any());

    private static bool Causes(FaultSubject subject) =>
        subject.Operation.Callbacks.Count > 0
            || (subject.Spec.Webhooks.Count > 0 && subject.Meaning is { Effect: not OperationEffect.Safe, Resource: not null });
}
