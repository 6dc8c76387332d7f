using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>DELETE removes one thing, or is dangerous: many things, an account, a way in.</summary>
internal static class DeleteJudge
{
    private static readonly FrozenSet<string> Access = FrozenSet.Create(StringComparer.Ordinal, "session", "grant", "token", "credential", "authorization",
        "authorisation");

    /// <summary>Strong verbs that for DELETE only mean that the one thing goes.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(StringComparer.Ordinal, "destroy", "terminate", "kill", "clear", "empty", "reset",
        "expire", "forget");

    public static EffectVerdict Judge(EffectSigns signs)
    {
        var many = IsMany(signs);
        if (many) return Dangerous(new ResourceEvidence(InferenceRule.DeletesMany, signs.Operation.Node), 0.8) with { Traits = OperationTraits.AccountWide };
        if (Strong(signs.Path)) return Dangerous(signs.PathEvidence, 0.9);
        if (Strong(signs.Name)) return Dangerous(signs.NameEvidence, 0.9);
        if (Strong(signs.Summary) && signs.Summary is { Stem: not "delete" and not "remove" }) return Dangerous(signs.SummaryEvidence, 0.7);
        if (IsAccess(signs.Node)) return Dangerous(new ResourceEvidence(InferenceRule.DeletesAccess, signs.Operation.Node), 0.7);
        if (Undoes(signs))
            return new EffectVerdict(OperationEffect.Changes, 0.7, [signs.Name is { Effect: OperationEffect.Changes } ? signs.NameEvidence
                : signs.SummaryEvidence], OperationTraits.None);
        return new EffectVerdict(OperationEffect.Deletes, 0.95, [new ResourceEvidence(InferenceRule.Method, signs.Operation.Node)], OperationTraits.None);
    }

    private static bool Strong(Verb? verb) => verb is { Effect: OperationEffect.Dangerous } strong && !Plain.Contains(strong.Stem);

    /// <summary>It takes back a state, not a thing: <c>DELETE /classes/{id}/archive</c>, "Unarchive the class".</summary>
    private static bool Undoes(EffectSigns signs) =>
        !signs.Node.IsParameter && signs.Node.Parent is { IsParameter: true }
        && (signs.Name is { Effect: OperationEffect.Changes, MayBeNoun: false }
            || (signs.Name is null && signs.Summary is { Effect: OperationEffect.Changes, MayBeNoun: false }));

    private static EffectVerdict Dangerous(ResourceEvidence evidence, double confidence) =>
        new(OperationEffect.Dangerous, confidence, [evidence], OperationTraits.None);

    /// <summary>The path ends in a word, and neither a parameter nor what is asked for in query or body says which.</summary>
    private static bool IsMany(EffectSigns signs)
    {
        if (signs.Node.IsParameter || signs.Operation.RequestBody is not null || (signs.Path is { Effect: OperationEffect.Deletes } && !signs.NamesNothing))
            return false;
        if (signs.Operation.Parameters.Any(p => p is { Place: ParameterPlace.Query, Required: true } && Names(p.Name))) return false;
        if (signs.NamesNothing) return true;
        if (signs.Operation.Parameters.Any(p => p.Place == ParameterPlace.Query && Names(p.Name))) return false;
        return signs.Node.ParameterChild is { Operations.Count: > 0 }
            || SingularForm.IsPlural(Words.Of(signs.Node.Segment.Text) is { Count: > 0 } words ? words[^1] : "");
    }

    private static bool Names(string parameter) =>
        Words.Of(parameter) is { Count: > 0 } words
        && words[^1] is "id" or "ids" or "name" or "names" or "key" or "uuid" or "guid" or "sid" or "slug" or "code" or "path" or "email" or "username" or
        "uri" or "number";

    private static bool IsAccess(PathNode node) =>
        node is { IsParameter: true, Parent: { IsParameter: false } collection } && !collection.Has("POST") && !collection.Has("PUT") && !node.Has("PUT")
        && EffectWords.WordsOf(collection.Segment.Text) is { Count: > 0 } words && Access.Contains(SingularForm.Of(words[^1]));
}
