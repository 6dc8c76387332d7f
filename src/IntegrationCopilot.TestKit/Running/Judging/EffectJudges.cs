using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether repeated requests had one effect.</summary>
internal static class EffectJudges
{
    public static Judgement NoSecond(NoSecondEffectAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Response?.Status is >= 400 and < 500) return Judgement.Holds;
        if (exchange.Response?.Status is not (>= 200 and < 300)) return Judgement.Fails(JudgeContext.Describe(exchange));
        var first = JsonValues.Find(context.AnswerOf(assertion.Step)?.Json, assertion.Pointer);
        var second = JsonValues.Find(exchange.Json, assertion.Pointer);
        if (first is not { } a || second is not { } b)
            return Judgement.Fails($"the answers do not both say at {assertion.Pointer} what was made, so it cannot be told");
        return Judgement.Of(JsonElement.DeepEquals(a, b),
            $"{assertion.Pointer} is {JudgeContext.Short(b)}, and was {JudgeContext.Short(a)} in step '{assertion.Step}': the request took effect twice");
    }

    public static Judgement One(OneEffectAssertion assertion, JudgeContext context)
    {
        var copies = context.Outcome.Exchanges;
        if (copies.FirstOrDefault(copy => copy.Response?.Status is not (>= 200 and < 300) and not (>= 400 and < 500)) is { } odd)
            return Judgement.Fails(JudgeContext.Describe(odd));
        var made = copies.Where(copy => copy.Response!.Status < 300).Select(copy => JsonValues.Find(copy.Json, assertion.Pointer)).ToList();
        if (made.Count == 0) return NoneMade(copies, context);
        if (made.Exists(value => value is null)) return Judgement.Fails($"a success does not say at {assertion.Pointer} what was made");
        var different = made.Select(value => value!.Value.GetRawText()).Distinct(StringComparer.Ordinal).Count();
        return Judgement.Of(different == 1,
            $"{copies.Count} copies made {different} different things by {assertion.Pointer}: the request took effect more than once");
    }

    /// <summary>Where no copy was let through, nothing is known about the effect of two.</summary>
    private static Judgement NoneMade(IReadOnlyList<Exchange> copies, JudgeContext context)
    {
        var said = $"none of {copies.Count} copies succeeded; {JudgeContext.Describe(copies[0])}";
        return context.IsMock ? Judgement.Fails(said) : Judgement.CannotTell(said);
    }
}
