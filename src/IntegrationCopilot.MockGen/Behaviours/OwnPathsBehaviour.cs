namespace IntegrationCopilot.MockGen;

/// <summary>Paths the mock has of its own, under <c>/__mock/</c>: tokens and health.</summary>
internal sealed class OwnPathsBehaviour(TokenEndpoint tokens) : IMockBehaviour
{
    public const string Prefix = "/__mock/";
    public const string Health = "/__mock/health";

    public string Name => "own-paths";

    public MockStage Stage => MockStage.Admission;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is not null) return next;
        return request => request.IsForMock ? new(Answer(request)) : next(request);
    }

    private MockReply Answer(MockRequest request) => request.Path switch
    {
        TokenEndpoint.Path => tokens.Answer(request.Message),
        Health => MockReply.Own(200, "application/json", writer => writer.WriteString("status", "ok")),
        _ => request.Refuse(404, $"The mock has {Health} and {TokenEndpoint.Path} of its own."),
    };
}
