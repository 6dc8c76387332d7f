using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges values in JSON bodies.</summary>
internal static class BodyJudges
{
    public static string Place(string pointer) => pointer.Length == 0 ? "a value" : pointer;

    public static Judgement Exists(BodyExistsAssertion assertion, Exchange exchange, JudgeContext context) =>
        Judgement.Of(JsonValues.Find(exchange.Json, assertion.Pointer) is not null, Absent(assertion.Pointer, exchange));

    public static Judgement Is(BodyEqualsAssertion assertion, Exchange exchange, JudgeContext context)
    {
        var filling = new Filling(context.Values);
        var expected = filling.Json(assertion.Value);
        filling.ThrowIfIncomplete();
        return Compare(assertion.Pointer, exchange, expected, JudgeContext.Short(expected));
    }

    public static Judgement Same(BodySameAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (JsonValues.Find(context.AnswerOf(assertion.Step)?.Json, assertion.Pointer) is not { } expected)
            return Judgement.Fails($"the answer of step '{assertion.Step}' has nothing at {Place(assertion.Pointer)} to compare with");
        return Compare(assertion.Pointer, exchange, expected, $"{JudgeContext.Short(expected)} as in step '{assertion.Step}'");
    }

    private static Judgement Compare(string pointer, Exchange exchange, JsonElement expected, string wanted)
    {
        if (JsonValues.Find(exchange.Json, pointer) is not { } actual) return Judgement.Fails(Absent(pointer, exchange));
        return Judgement.Of(JsonElement.DeepEquals(actual, expected), $"{Place(pointer)} is {JudgeContext.Short(actual)}, not {wanted}");
    }

    private static string Absent(string pointer, Exchange exchange) =>
        exchange.Json is null
            ? $"the body is not JSON; {JudgeContext.Describe(exchange)}"
            : $"the body has nothing at {Place(pointer)}; {JudgeContext.Describe(exchange)}";
}
