namespace IntegrationCopilot.MockGen;

/// <summary>Answers with another status than they should have.</summary>
internal static class StatusFaults
{
    private const string Responses = "OpenAPI 3.1.1, section 4.8.16 (Responses Object)";
    private static readonly int[] Unusual = [203, 206, 202, 200, 201];

    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("created-as-200", FaultArea.Status, "Answers 200 to a creation for which 201 is described.",
            "A creation is answered with the status that is described, 201 (Created).", $"RFC 9110, section 15.3.2; {Responses}",
            subject =>
                subject.Success == 201 && !subject.Covers(200), FaultAct.SpoilSuccess((_, reply) => reply.Status == 201 ? reply with { Status = 200 } : null)),
        new("ok-as-201", FaultArea.Status, "Answers 201 where 200 is described, although nothing was created.",
            "201 means that something was created.", $"RFC 9110, section 15.3.2; {Responses}",
            subject =>
                subject.Success == 200 && !subject.Covers(201), FaultAct.SpoilSuccess((_, reply) => reply.Status == 200 ? reply with { Status = 201 } : null)),
        new("not-found-as-200", FaultArea.Status, "Answers 200 with made-up content about things that are not there.",
            "What is not there is answered with 404.", "RFC 9110, section 15.5.5",
            subject => subject.Operation.Path.Contains('{', StringComparison.Ordinal) && subject.Success < 300,
            FaultAct.Spoil((site, _, reply) => reply.Status == 404 ? site.Usual : null)),
        new("content-as-204", FaultArea.Status, "Answers 204 without a body where content is described.",
            "A good answer has the status and the content that are described.", $"RFC 9110, section 15.3.5; {Responses}",
            subject => subject.Json is not null && !subject.Covers(204),
            FaultAct.SpoilSuccess((_, reply) => reply.Body.IsEmpty ? null : (reply with { Status = 204, Body = default }).Without("Content-Type"))),
        new("no-content-as-200", FaultArea.Status, "Answers 200 with a body where 204 is described.",
            "204 has no content; another status is not described.", $"RFC 9110, section 15.3.5; {Responses}",
            subject => subject.Success == 204 && !subject.Covers(200),
            FaultAct.SpoilSuccess((_, reply) => reply.Status == 204 ? MockReply.Json(200, """{"success":true}"""u8.ToArray()) : null)),
        new("undocumented-status", FaultArea.Status, "Answers with a good status that the document does not have.",
            "All statuses that an operation is known to answer with are described.", Responses,
            subject => Undocumented(subject) is not null, FaultAct.SpoilSuccess((site, reply) => reply with { Status = Undocumented(site.Subject)!.Value })),
        new("error-as-200", FaultArea.Status, "Answers 200 to requests that are refused, the error in the body.",
            "Errors have a status of 400 to 599.", "RFC 9110, section 15.5",
            subject => subject.Covers(200), FaultAct.Spoil((_, _, reply) => reply.Status is >= 400 and < 500 ? reply with { Status = 200 } : null)),
    ];

    /// <summary>A good status that is nowhere described; null when every status is.</summary>
    private static int? Undocumented(FaultSubject subject)
    {
        if (subject.Success is < 200 or >= 300) return null;
        foreach (var status in Unusual)
            if (!subject.Covers(status)) return status;
        return null;
    }
}
