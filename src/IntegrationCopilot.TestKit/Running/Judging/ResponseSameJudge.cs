using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether an answer is the one given before.</summary>
internal static class ResponseSameJudge
{
    public static Judgement Judge(ResponseSameAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (context.AnswerOf(assertion.Step) is not { Response: { } before } earlier)
            return Judgement.Fails($"step '{assertion.Step}' got no answer to compare with");
        if (exchange.Response is not { } now) return Judgement.Fails("no answer came");
        if (now.Status != before.Status)
            return Judgement.Fails($"{JudgeContext.Describe(exchange)}, and that of step '{assertion.Step}' was {HttpStatusText.Of(before.Status)}");
        return Judgement.Of(SameBody(exchange, earlier), $"the status is the same, but the body is not that of step '{assertion.Step}'");
    }

    private static bool SameBody(Exchange one, Exchange other) =>
        one.Json is { } json && other.Json is { } otherJson
            ? JsonElement.DeepEquals(json, otherJson)
            : one.Response!.Body.Span.SequenceEqual(other.Response!.Body.Span);
}
