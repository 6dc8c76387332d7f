using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Answers as a test has set it.</summary>
internal sealed class OverridesBehaviour(MockOverrides overrides, MessageValidator validator) : IMockBehaviour
{
    public string Name => "overrides";

    public MockStage Stage => MockStage.Exchange;

    public MockStep Build(MockOperation? operation, MockStep next) => request =>
    {
        if (overrides.Active.Count == 0 || request.IsForMock) return next(request);
        return overrides.Take(request.Message, operation?.Description) is { } taken ? AnswerAsync(request, taken.Answer, next) : next(request);
    };

    private async ValueTask<MockReply> AnswerAsync(MockRequest request, MockOverride answer, MockStep next)
    {
        if (answer.Delay > TimeSpan.Zero) await request.WaitAsync(answer.Delay);
        if (answer.BreaksConnection) return new MockReply { Status = 503, BreakAfterBytes = 0 };
        if (answer is { Status: null, Body: null }) return WithHeaders(await next(request), answer);
        if (request.Operation is { } called) request.Findings = validator.ValidateRequest(called.Description, request.Message, request.PathValues).Findings;
        return Judged(request, WithHeaders(answer.Body is { } body ? Given(request, answer, body) : Described(request, answer.Status!.Value), answer));
    }

    private static MockReply Given(MockRequest request, MockOverride answer, ReadOnlyMemory<byte> body) => new()
    {
        Status = answer.Status ?? request.Operation?.SuccessStatus ?? 200,
        Headers = [new("Content-Type", answer.ContentType), new(MockHeaders.Body, "override")],
        Body = body,
    };

    private static MockReply Described(MockRequest request, int status)
    {
        var media = request.Operation?.Answers.ErrorMediaFor(status, request.Field("Accept"), null);
        if (request.Operation is { } operation && (media is not null || status < 400))
            return operation.Answers.Get(new AnswerKey(status, media, null, false, 0));
        if (status >= 400) return request.Refuse(status, "A test has set this answer.");
        return new MockReply { Status = status, Headers = [new(MockHeaders.Body, "none")] };
    }

    private static MockReply WithHeaders(MockReply reply, MockOverride answer)
    {
        if (answer.Headers.Count == 0) return reply;
        var kept = reply.Headers.Where(h => !answer.Headers.Any(own => own.Key.Equals(h.Key, StringComparison.OrdinalIgnoreCase)));
        return reply with { Headers = [.. kept, .. answer.Headers] };
    }

    private static MockReply Judged(MockRequest request, MockReply reply) =>
        request.Operation is { } operation ? operation.Answers.Builder.Judge(operation.Description, reply, null) : reply;
}
