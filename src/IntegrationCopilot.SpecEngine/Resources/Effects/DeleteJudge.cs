using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>DELETE removes one thing, or is dangerous: many things, an account, a way in.</summary>
internal static class DeleteJudge
{
    private static readonly FrozenSet<string> Access = FrozenSet.Create(StringComparer.Ordinal, "session", "grant", "token", "credential", "authorization", "authorisation");

    public static EffectVerdict Judge(EffectSigns signs)
    {
        if (signs.Unsafe is { Effect: OperationEffect.Dangerous } verb) return new EffectVerdict(OperationEffect.Dangerous, 0.9, [verb == signs.Path ? signs.PathEvidence : signs.NameEvidence], OperationTraits.None);
        if (StrongPhrases.Find(signs.Operation) is { } phrase) return Dangerous(phrase, 0.8);
        if (IsMany(signs)) return Dangerous(new ResourceEvidence(InferenceRule.DeletesMany, signs.Operation.Node), 0.8) with { Traits = OperationTraits.AccountWide };
        if (IsAccess(signs.Node)) return Dangerous(new ResourceEvidence(InferenceRule.DeletesAccess, signs.Operation.Node), 0.7);
        return new EffectVerdict(OperationEffect.Deletes, 0.95, [new ResourceEvidence(InferenceRule.Method, signs.Operation.Node)], OperationTraits.None);
    }

    private static EffectVerdict Dangerous(ResourceEvidence evidence, double confidence) => new(OperationEffect.Dangerous, confidence, [evidence], OperationTraits.None);

    /// <summary>The path ends in a word, and neither a parameter before it nor a required one in query or body says which.</summary>
    private static bool IsMany(EffectSigns signs)
    {
        if (signs.Node.IsParameter || signs.Operation.RequestBody is not null || signs.Path is { Effect: OperationEffect.Deletes }) return false;
        if (signs.Operation.Parameters.Any(p => p is { Place: ParameterPlace.Query, Required: true })) return false;
        if (signs.NamesNothing) return true;
        return signs.Node.ParameterChild is { } item && item.Has("DELETE") && !signs.Node.Parent!.IsParameter;
    }

    private static bool IsAccess(PathNode node) =>
        node is { IsParameter: true, Parent: { IsParameter: false } collection } && !collection.Has("POST") && !collection.Has("PUT") && !node.Has("PUT")
        && EffectWords.WordsOf(collection.Segment.Text) is { Count: > 0 } words && Access.Contains(SingularForm.Of(words[^1]));
}
