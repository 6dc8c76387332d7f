namespace IntegrationCopilot.MockGen;

/// <summary>Paths the mock has of its own, under <c>/__mock/</c>: tokens and health.</summary>
internal sealed class OwnPathsBehaviour(TokenEndpoint tokens) : IMockBehaviour
{
    public const string Prefix = "/__mock/";

    public string Name => "own-paths";

    public MockStage Stage => MockStage.Admission;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is not null) return next;
        return request => request is { Route: null, Refusal: null } ? new(Answer(request)) : next(request);
    }

    private MockReply Answer(MockRequest request)
    {
        var path = request.Message.Url.AsSpan();
        if (path.IndexOf('?') is >= 0 and var query) path = path[..query];
        return path switch
        {
            TokenEndpoint.Path => tokens.Answer(request.Message),
            "/__mock/health" => MockReply.Own(200, "application/json", writer => writer.WriteString("status", "ok")),
            _ => request.Refuse(404, $"The mock has /__mock/health and {TokenEndpoint.Path} of its own."),
        };
    }
}
