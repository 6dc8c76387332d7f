using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether what was written is kept.</summary>
internal static class StateJudges
{
    public static Judgement Written(WrittenAssertion assertion, Exchange exchange, JudgeContext context)
    {
        var sent = JsonValues.Find(JsonBody.Parse(context.AnswerOf(assertion.Step)?.Request.Body ?? default), assertion.Sent);
        if (sent is not { ValueKind: JsonValueKind.Object } written) return Judgement.Fails($"step '{assertion.Step}' sent no object");
        var read = JsonValues.Find(exchange.Json, assertion.Read);
        var judged = 0;
        foreach (var field in assertion.Fields)
        {
            if (Member(written, field) is not { } value) continue;
            judged++;
            if (Member(read, field) is not { } kept)
                return Judgement.Fails($"step '{assertion.Step}' sent {field} = {JudgeContext.Short(value)}, and it is not there");
            if (SameValues.Are(value, kept)) continue;
            var changed = $"step '{assertion.Step}' sent {field} = {JudgeContext.Short(value)}, and it is {JudgeContext.Short(kept)}";
            return assertion.Exact ? Judgement.Fails(changed) : Judgement.Doubts(changed);
        }

        return judged > 0 ? Judgement.Holds : Judgement.CannotTell($"step '{assertion.Step}' sent none of {string.Join(", ", assertion.Fields)}");
    }

    public static Judgement Unchanged(UnchangedAssertion assertion, Exchange exchange, JudgeContext context)
    {
        var (before, now) = (JsonValues.Find(context.AnswerOf(assertion.Step)?.Json, assertion.Read), JsonValues.Find(exchange.Json, assertion.Read));
        foreach (var field in assertion.Fields)
        {
            if (Member(before, field) is not { } value) continue;
            if (Member(now, field) is not { } kept) return Judgement.Fails($"{field} was {JudgeContext.Short(value)}, and it is not there any more");
            if (!SameValues.Are(value, kept)) return Judgement.Fails($"{field} was {JudgeContext.Short(value)}, and is {JudgeContext.Short(kept)} now");
        }

        return Judgement.Holds;
    }

    public static Judgement Removed(RemovedAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (JsonValues.Find(context.AnswerOf(assertion.Step)?.Json, assertion.Pointer) is null or { ValueKind: JsonValueKind.Null })
            return context.IsMock ? Judgement.Holds : Judgement.CannotTell($"there was nothing at {assertion.Pointer} to take away");
        return JsonValues.Find(exchange.Json, assertion.Pointer) is { ValueKind: not JsonValueKind.Null } still
            ? Judgement.Fails($"{assertion.Pointer} is {JudgeContext.Short(still)} still") : Judgement.Holds;
    }

    public static Judgement NotTaken(NotTakenAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Response?.Status is not { } status) return Judgement.CannotTell("no answer came");
        if (status is 400 or 403 or 409 or 422) return Judgement.Holds;
        if (status is not (>= 200 and < 300)) return Judgement.CannotTell(JudgeContext.Describe(exchange));
        if (JsonValues.Find(exchange.Json, assertion.Pointer) is not { } shown)
            return Judgement.CannotTell($"the answer does not show {assertion.Pointer}, so that nobody can tell whether it was taken");
        return SameValues.Are(assertion.Value, shown)
            ? Judgement.Fails($"{assertion.Pointer} is {JudgeContext.Short(shown)}, as the client sent it") : Judgement.Holds;
    }

    /// <summary>A member that has a value; null where it is left out or null.</summary>
    private static JsonElement? Member(JsonElement? thing, string name) =>
        thing is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
