namespace IntegrationCopilot.MockGen;

/// <summary>Answers that come late, in part or not at all.</summary>
internal static class TransportFaults
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    public static IReadOnlyList<MockFault> All { get; } =
    [
        New("slow-answer", "Answers after ten seconds.", "An answer comes within the time that clients wait.", "RFC 9110, section 15.6.5",
            FaultAct.Instead(MockStage.Processing, async (site, request, next) =>
        {
            await Task.Delay(Slow, site.Operation.Engine.Options.Clock, request.Aborted);
            return site.Mark(await next(request));
        })),
        New("connection-reset", "Breaks the connection before it answers.", "Every request is answered.", "RFC 9112, section 9.6",
            FaultAct.Spoil((_, _, reply) => reply with { BreakAfterBytes = 0 })),
        new("incomplete-body", FaultArea.Transport, "Breaks the connection in the middle of the body.", "A body is as long as Content-Length says.",
            "RFC 9112, section 8",
            subject => subject.Json is not null,
            FaultAct.SpoilSuccess((_, reply) => reply.Body.Length > 1 ? reply with { BreakAfterBytes = reply.Body.Length / 2 } : null)),
        new("head-refused", FaultArea.Transport, "Answers 405 to HEAD where GET is described.", "Every server answers GET and HEAD.", "RFC 9110, section 9.1",
            subject => subject.Operation.Method == "GET",
            FaultAct.Spoil((_, request, _) => request.Message.Method == "HEAD" ? request.Refuse(405, "HEAD is not allowed.").With("Allow", "GET")
                : null)),
        New("service-unavailable", "Answers 503 without saying until when.", "503 says by Retry-After when to come again, if that is known.",
            "RFC 9110, sections 10.2.3 and 15.6.4",
            FaultAct.Instead(MockStage.Processing,
                (site, request, _) => new(site.Mark(request.Refuse(503, "The service is not available.").Without("Retry-After"))))),
    ];

    private static MockFault New(string id, string title, string rule, string source, FaultAct act) =>
        new(id, FaultArea.Transport, title, rule, source, _ => true, act);
}
