using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Entity tags and conditions that are not heeded.</summary>
internal static class ConditionFaults
{
    private const string Behaviour = "conditions";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("constant-etag", FaultArea.Conditions, "Gives the same entity tag, whatever the thing is like.", "Another content has another entity tag.",
            "RFC 9110, section 8.8.3",
            subject =>
                subject.Operation.Facts.Any(fact => fact is ValidatorFieldFact),
                FaultAct.Spoil((_, _, reply) => reply.Field("ETag") is null ? null : reply.With("ETag", "\"constant\""))),
        new("missing-etag", FaultArea.Conditions, "Gives no entity tag.", "An answer has the header fields that are described.", "RFC 9110, section 8.8.3",
            subject =>
                subject.Operation.Facts.Any(fact => fact is ValidatorFieldFact),
                FaultAct.Spoil((_, _, reply) => reply.Field("ETag") is null ? null : reply.Without("ETag"))),
        new("if-match-ignored", FaultArea.Conditions, "Overwrites what others have changed meanwhile.",
            "Where something else is there than If-Match names, nothing is changed: 412.", "RFC 9110, section 13.1.1",
            subject => Takes(subject, "If-Match"), FaultAct.Overlook(Behaviour, (_, reply) => reply.Status == 412)),
        new("if-none-match-ignored", FaultArea.Conditions, "Sends again what the client has already.",
            "Where the client has what is there, the answer is 304.", "RFC 9110, section 13.1.2",
            subject => subject.Operation.Method == "GET" && Takes(subject, "If-None-Match"), FaultAct.Skip(Behaviour)),
    ];

    private static bool Takes(FaultSubject subject, string header) =>
        subject.Operation.Facts.OfType<ConditionFact>().Any(fact => fact.Header.Equals(header, StringComparison.OrdinalIgnoreCase));
}
