namespace IntegrationCopilot.SpecEngine;

/// <summary>PUT and PATCH change what is there, unless a verb says more or less.</summary>
internal static class PutJudge
{
    public static EffectVerdict Judge(EffectSigns signs)
    {
        var traits = signs.NamesNothing ? OperationTraits.AccountWide : OperationTraits.None;
        if (signs.Answers("202")) traits |= OperationTraits.StartsWork;
        if (signs.Unsafe is { Effect: > OperationEffect.Changes } verb)
            return new EffectVerdict(verb.Effect, 0.9, [verb == signs.Path ? signs.PathEvidence : signs.NameEvidence], traits);
        if (signs.Summary is { Effect: OperationEffect.Dangerous, Form: VerbForm.Base or VerbForm.Inflected })
            return new EffectVerdict(OperationEffect.Dangerous, 0.7, [signs.SummaryEvidence], traits);
        if (StrongPhrases.Find(signs.Operation) is { } phrase) return new EffectVerdict(OperationEffect.Dangerous, 0.7, [phrase], traits);
        if (signs.Path is { Stem: "search" or "query" or "validate" or "preview" or "test" or "verify" or "check" or "calculate" or "estimate" }
            && signs.Name is null or { IsSafe: true } or { Stem: "test" }
            && signs.Summary is null or { IsSafe: true } or { Stem: "test" }) return new EffectVerdict(OperationEffect.Safe, 0.8, [signs.PathEvidence], traits);
        if (signs.Operation.Method == "PUT" && Creates(signs) is { } evidence) return new EffectVerdict(OperationEffect.Creates, 0.7, [evidence], traits);
        return new EffectVerdict(OperationEffect.Changes, 0.95, [new ResourceEvidence(InferenceRule.Method, signs.Operation.Node)], traits);
    }

    /// <summary>The client chose the identifier: nothing else creates such things, and a name, the summary or the status says that this does.</summary>
    private static ResourceEvidence? Creates(EffectSigns signs)
    {
        if (signs.Node.IsParameter && signs.Node.Parent!.Has("POST")) return null;
        if (signs.Name is { Effect: OperationEffect.Creates, MayBeNoun: false } && signs.Summary is null or { Effect: OperationEffect.Creates })
            return signs.NameEvidence;
        if (signs.Summary is { Effect: OperationEffect.Creates, MayBeNoun: false } && signs.Name is null or { Effect: OperationEffect.Creates })
            return signs.SummaryEvidence;
        return signs.Node.IsParameter && signs.Operation.Responses.FirstOrDefault(r => r.Status == "201") is { } made
            && signs.Name is not { Effect: OperationEffect.Changes } && signs.Summary is not { Effect: OperationEffect.Changes }
            ? new ResourceEvidence(InferenceRule.Status, made.Node) : null;
    }
}
