namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the verb with which a path ends, and tells verbs from nouns by what lies around.</summary>
internal static class PathVerb
{
    /// <summary>The verb of the last word of a path; null when that is a noun.</summary>
    /// <param name="node">Where the path ends.</param>
    /// <param name="agrees">Whether the operation's own name or summary has this verb too.</param>
    public static Verb? Of(PathNode node, Func<Verb, bool> agrees)
    {
        var leaf = node;
        while (leaf.IsParameter && leaf.Parent is { } above) leaf = above;
        var text = leaf.Segment.Text;
        if (text.Length == 0) return null;
        var dotted = text.LastIndexOf('.') is > 0 and var dot && dot + 1 < text.Length ? text[(dot + 1)..] : null;
        var words = EffectWords.WordsOf(dotted ?? text);
        if (words.Count == 0) return null;
        if (leaf.Segment.IsCall || dotted is not null) return Call(dotted ?? text, words);
        return words.Count == 1 ? Single(words[0], leaf, node, agrees) is { } single ? VerbContext.With(single, Before(leaf)) : null
            : Compound(words, leaf, node, agrees);
    }

    /// <summary>What stands behind a dot, colon or hash is a verb by its notation, in any form: <c>workflows.stepCompleted</c>.</summary>
    private static Verb? Call(string text, List<string> words) =>
        NameVerb.Of(text) ?? (EffectWords.TryGet(words[^1], out var last) && !last.IsSafe ? last : null);

    /// <summary>Words of the literal before: <c>/keys/{id}/rotate</c>.</summary>
    private static IEnumerable<string> Before(PathNode leaf)
    {
        var before = leaf.Parent;
        while (before is { IsParameter: true }) before = before.Parent;
        return before is null ? []
            : Words.Of(before.Segment.Text).Where(word => word is not ("all" or "every" or "test" or "report" or "session" or "conversation" or "query"));
    }

    private static Verb? Single(string word, PathNode leaf, PathNode node, Func<Verb, bool> agrees)
    {
        if (!EffectWords.TryGet(word, out var verb)) return EffectWords.TryGetWithin(word, out verb) ? verb : null;
        if (verb.Form == VerbForm.Inflected) return null;
        if (verb is { MayBeNoun: false, Form: VerbForm.Base }) return verb;
        if (leaf != node || leaf.ParameterChild is not null) return agrees(verb) && leaf != node ? verb : null;
        return leaf.Has("GET") && leaf.Operations.Count > 1 ? null : verb;
    }

    /// <summary><c>reset-password</c> and <c>removeTag</c> begin with it, <c>password_reset</c> ends with it; <c>stop-words</c> and <c>order-items</c> are
    /// nouns.</summary>
    private static Verb? Compound(List<string> words, PathNode leaf, PathNode node, Func<Verb, bool> agrees)
    {
        if (words[0] is "batch" or "bulk" or "mass" or "multi" && EffectWords.TryGet(words[1], out var several) && several.Form == VerbForm.Base)
            return VerbContext.With(several, words.Skip(2));
        if (EffectWords.TryGet(words[0], out var first) && first.Form == VerbForm.Base
            && (!first.MayBeNoun || agrees(first) || words.Contains("all") || DoesHarm(first, words[^1], leaf, node)))
            return VerbContext.With(first, words.Skip(1));
        if (leaf != node || leaf.ParameterChild is not null) return null;
        return EffectWords.TryGet(words[^1], out var last) && last.Form == VerbForm.Base
            && (!last.MayBeNoun || agrees(last) || last.Stem == "reset") ? last : null;
    }

    /// <summary>With a dangerous verb the doubt goes the other way: it is a noun only where things lie beneath or are read.</summary>
    private static bool DoesHarm(Verb verb, string last, PathNode leaf, PathNode node) =>
        verb.Effect == OperationEffect.Dangerous && leaf == node && leaf.ParameterChild is null && !leaf.Has("GET") && !SingularForm.IsPlural(last);
}
