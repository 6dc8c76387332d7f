namespace IntegrationCopilot.MockGen;

/// <summary>Errors that are told wrongly.</summary>
internal static class ErrorFaults
{
    private static readonly byte[] Trace =
        """
        {"error":"Internal Server Error","exception":"java.lang.NullPointerException","trace":"java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"value\" is null\n\tat com.example.api.PaymentController.create(PaymentController.java:87)\n\tat com.example.api.Dispatcher.dispatch(Dispatcher.java:214)\n\tat java.base/java.lang.Thread.run(Thread.java:833)"}
        """u8.ToArray();

    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("invalid-input-as-500", FaultArea.Errors, "Answers 500 to requests that do not conform.", "A request that is wrong is answered with 400 to 499.",
            "RFC 9110, sections 15.5.1 and 15.6.1",
            TakesInput, FaultAct.Spoil((_, request, reply) => reply.Status is 400 or 415 or 422 ? request.Refuse(500, "Something went wrong.") : null)),
        new("stack-trace", FaultArea.Errors, "Shows the inside of the server in its errors.", "Errors tell nothing of the implementation.",
            "RFC 9457, section 5; OWASP API Security 2023, API8",
            TakesInput, FaultAct.Spoil((_, _, reply) => reply.Status >= 400 ? Replaced(reply, Trace) : null)),
        new("undescribed-error", FaultArea.Errors, "Gives errors in another shape than described.",
            "Errors have the content that is described for their status.", "OpenAPI 3.1.1, section 4.8.17 (Response Object, content)",
            subject => subject.Operation.Responses.Any(r => r.Status[0] is '4' or 'd' && r.Content.Any(c => c.IsJson && c.Schema.IsDefined)),
            FaultAct.Spoil((site, _, reply) =>
                reply.Status >= 400 && site.Operation.Description.FindResponse(reply.Status) is { Content.Count: > 0 }
                    ? Replaced(reply, "[\"error\"]"u8.ToArray()) : null)),
        new("error-as-html", FaultArea.Errors, "Gives errors as a page for browsers.", "Errors have a content type that is described or accepted.",
            "RFC 9110, section 12.5.1",
            TakesInput, FaultAct.Spoil((_, _, reply) => reply.Status >= 400
                ? (reply with { Body = "<html><body><h1>Error</h1></body></html>"u8.ToArray() }).With("Content-Type", "text/html") : null)),
    ];

    private static bool TakesInput(FaultSubject subject) => subject.Operation.Parameters.Count > 0 || subject.Operation.RequestBody is not null;

    private static MockReply Replaced(MockReply reply, byte[] body) => (reply with { Body = body }).With("Content-Type", "application/json");
}
