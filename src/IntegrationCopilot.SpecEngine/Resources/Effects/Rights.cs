using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds operations that decide who may do what.</summary>
internal static class Rights
{
    private static readonly FrozenSet<string> Things = FrozenSet.Create(StringComparer.Ordinal, "permission", "privilege", "entitlement", "acl");

    /// <summary>Verbs that are nouns for other things as well, so that only what changes counts: money is granted, too.</summary>
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(StringComparer.Ordinal, "grant", "authorize", "authorise");

    /// <summary>Whether calling an operation gives or takes rights, by the last word of its path that is no parameter and by its id.</summary>
    public static bool AreChangedBy(ApiOperation operation, PathNode node, OperationEffect effect)
    {
        if (effect == OperationEffect.Safe) return false;
        var leaf = node;
        while (leaf is { IsParameter: true, Parent: { } above }) leaf = above;
        var words = EffectWords.WordsOf(leaf.Segment.Text).Concat(EffectWords.WordsOf(operation.OperationId ?? "")).Select(SingularForm.Of);
        return words.Any(word => Things.Contains(word) || (effect == OperationEffect.Changes && Verbs.Contains(word)));
    }
}
