namespace IntegrationCopilot.SpecEngine;

/// <summary>POST may do anything: the verbs decide, then what the path shows.</summary>
internal static class PostJudge
{
    public static EffectVerdict Judge(EffectSigns signs)
    {
        var traits = signs.Answers("202") ? OperationTraits.StartsWork : OperationTraits.None;
        if (Dangers(signs) is { } danger)
            return new EffectVerdict(OperationEffect.Dangerous, 0.9, [danger], traits | (signs.NamesNothing ? OperationTraits.AccountWide
                : OperationTraits.None) | (DeletesSeveral(signs) ? OperationTraits.Bulk : OperationTraits.None));
        if (TokenEndpoints.IsOne(signs)) return new EffectVerdict(OperationEffect.Safe, 0.85, [signs.PathEvidence], traits | OperationTraits.IssuesToken);
        if (signs.Unsafe is { Effect: OperationEffect.Creates or OperationEffect.Changes, MayBeNoun: true }
            && signs.Summary is { Effect: OperationEffect.Creates or OperationEffect.Changes, MayBeNoun: false } clear)
            return new EffectVerdict(clear.Effect, 0.8, [signs.SummaryEvidence], traits);
        if (signs.Unsafe is { } verb)
            return new EffectVerdict(verb.Effect, verb == signs.Path ? 0.95 : 0.9, [verb == signs.Path ? signs.PathEvidence : signs.NameEvidence], traits);
        if (PostReading.Find(signs) is { } reading)
            return new EffectVerdict(OperationEffect.Safe, reading.Rule == InferenceRule.SummaryVerb ? 0.6 : 0.9, [reading], traits);
        if (signs.Summary is { IsSafe: false } said) return new EffectVerdict(said.Effect, 0.7, [signs.SummaryEvidence], traits);
        return ByPath(signs, traits);
    }

    private static ResourceEvidence? Dangers(EffectSigns signs)
    {
        if (signs.Unsafe is { Effect: OperationEffect.Dangerous } verb)
            return IsSwitch(signs) ? null : verb == signs.Path ? signs.PathEvidence : signs.NameEvidence;
        if (signs.Summary is { Effect: OperationEffect.Dangerous, MayBeNoun: false } or { Effect: OperationEffect.Dangerous, Form: VerbForm.Inflected })
            return signs.SummaryEvidence;
        if (signs.Summary is { Effect: OperationEffect.Dangerous } both && signs.Name?.Stem == both.Stem) return signs.SummaryEvidence;
        return StrongPhrases.Find(signs.Operation);
    }

    /// <summary>It deletes what it is told, and may be told of several things; not simply all there are.</summary>
    private static bool DeletesSeveral(EffectSigns signs) =>
        signs.Unsafe is { Effect: OperationEffect.Dangerous } verb && EffectWords.TryGet(verb.Stem, out var plain) && plain.Effect == OperationEffect.Deletes
        && !EffectWords.WordsOf($"{signs.Operation.Path} {signs.Operation.OperationId} {FirstSentence(signs.Operation.Summary)}")
            .Exists(word => word is "all" or "every" or "everything")
        && StrongPhrases.Find(signs.Operation) is null;

    private static string FirstSentence(string? text) => text?.Split('.', '\n')[0] ?? "";

    /// <summary>One operation that switches on and off is a change.</summary>
    private static bool IsSwitch(EffectSigns signs) =>
        signs.Summary is { Effect: OperationEffect.Changes } && signs.Path is not { Effect: OperationEffect.Dangerous, MayBeNoun: false };

    private static EffectVerdict ByPath(EffectSigns signs, OperationTraits traits)
    {
        var operation = signs.Operation;
        if (operation.Responses.FirstOrDefault(r => r.Status == "201") is { } made)
            return new EffectVerdict(OperationEffect.Creates, 0.9, [new ResourceEvidence(InferenceRule.Status, made.Node)], traits);
        if (signs.Node.IsParameter)
            return new EffectVerdict(OperationEffect.Changes, 0.6, [new ResourceEvidence(InferenceRule.PostToItem, operation.Node)], traits);
        var collection = signs.Node.ParameterChild is not null || signs.Node.Has("GET") || SingularForm.IsPlural(LastWord(signs.Node));
        if (collection && operation.RequestBody is not null)
            return new EffectVerdict(OperationEffect.Creates, 0.8, [new ResourceEvidence(InferenceRule.PostToCollection, operation.Node)], traits);
        return new EffectVerdict(OperationEffect.Changes, operation.RequestBody is null ? 0.4
            : 0.5, [new ResourceEvidence(InferenceRule.Method, operation.Node)], traits);
    }

    private static string LastWord(PathNode node) => EffectWords.WordsOf(node.Segment.Text) is { Count: > 0 } words ? words[^1] : "";
}
