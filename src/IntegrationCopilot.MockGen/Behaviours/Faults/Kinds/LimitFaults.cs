using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Limits that are not told or not kept.</summary>
internal static class LimitFaults
{
    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("rate-limit-ignored", FaultArea.Limits, "Lets in whoever asks too often.", "Who asks too often is refused with 429.", "RFC 6585, section 4",
            subject => subject.Covers(429), FaultAct.Overlook("rate-limit", (_, reply) => reply.Status == 429)),
        new("missing-retry-after", FaultArea.Limits, "Answers 429 without saying when to come again.", "429 says by Retry-After how long to wait.",
            "RFC 6585, section 4",
            subject => subject.Covers(429),
            FaultAct.Spoil((_, _, reply) => reply.Status == 429 && reply.Field("Retry-After") is not null ? reply.Without("Retry-After") : null)),
        new("bad-retry-after", FaultArea.Limits, "Says when to come again in words.", "Retry-After is a date or a number of seconds.",
            "RFC 9110, section 10.2.3",
            subject => subject.Covers(429),
            FaultAct.Spoil((_, _, reply) => reply.Status is 429 or 503 && reply.Field("Retry-After") is not null
                ? reply.With("Retry-After", "in a minute") : null)),
    ];
}
