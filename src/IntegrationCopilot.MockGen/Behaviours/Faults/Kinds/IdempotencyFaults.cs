using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Repeated requests that have another outcome than they should.</summary>
internal static class IdempotencyFaults
{
    private const string Behaviour = "idempotency";
    private const string Draft = "draft-ietf-httpapi-idempotency-key-header";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("idempotency-ignored", FaultArea.Idempotency, "Does again what is sent again with the same key.",
            "A request that is repeated with its key has no second effect, and the answer of the first.", $"{Draft}, section 2.6",
            subject => Key(subject) is not null, FaultAct.Skip(Behaviour)),
        new("reused-key-accepted", FaultArea.Idempotency, "Accepts another request under a key that was used.",
            "A key that was used for another request is refused with 422.", $"{Draft}, section 2.7",
            subject => Key(subject) is not null, FaultAct.Overlook(Behaviour, (_, reply) => reply.Status == 422)),
        new("missing-key-accepted", FaultArea.Idempotency, "Accepts a request without the key it needs.",
            "A request without the required key is refused with 400.", $"{Draft}, section 2.7",
            subject => Key(subject) is { Required: true, Key.Place: MessagePlace.Header },
            FaultAct.Rewrite(MockStage.Admission, (site, request) => request.Field(Key(site.Subject)!.Key.Name) is null
                ? request.Message with { Headers = [.. request.Message.Headers,
                    new(Key(site.Subject)!.Key.Name, DeliveryIds.AsUuid($"key {site.Memory.Next()}"))] }
                : null)),
    ];

    private static IdempotencyKeyFact? Key(FaultSubject subject) => subject.Operation.Facts.OfType<IdempotencyKeyFact>().FirstOrDefault();
}
