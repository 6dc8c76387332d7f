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
        if (leaf.Segment.IsCall || dotted is not null) return Call(words);
        return words.Count == 1 ? Single(words[0], leaf, node, agrees) : Compound(words, leaf, node, agrees);
    }

    private static Verb? Call(List<string> words) => NameVerb.Of(string.Join('-', words), "");

    private static Verb? Single(string word, PathNode leaf, PathNode node, Func<Verb, bool> agrees)
    {
        if (!EffectWords.TryGet(word, out var verb)) return EffectWords.TryGetWithin(word, out verb) ? verb : null;
        if (verb.Form == VerbForm.Inflected) return null;
        if (verb is { MayBeNoun: false, Form: VerbForm.Base }) return verb;
        if (leaf != node || leaf.ParameterChild is not null) return agrees(verb) && leaf != node ? verb : null;
        return leaf.Has("GET") && leaf.Operations.Count > 1 ? null : verb;
    }

    /// <summary><c>reset-password</c> and <c>removeTag</c> begin with it, <c>password_reset</c> ends with it; <c>stop-words</c> and <c>order-items</c> are nouns.</summary>
    private static Verb? Compound(List<string> words, PathNode leaf, PathNode node, Func<Verb, bool> agrees)
    {
        if (words[0] is "batch" or "bulk" or "mass" or "multi" && EffectWords.TryGet(words[1], out var several) && several.Form == VerbForm.Base) return WithAll(several, words);
        if (EffectWords.TryGet(words[0], out var first) && first.Form == VerbForm.Base && (!first.MayBeNoun || agrees(first))) return WithAll(first, words);
        if (leaf != node || leaf.ParameterChild is not null) return null;
        return EffectWords.TryGet(words[^1], out var last) && last.Form == VerbForm.Base && (!last.MayBeNoun || agrees(last) || last.Stem == "reset") ? last : null;
    }

    private static Verb WithAll(Verb verb, List<string> words) =>
        verb.Effect == OperationEffect.Deletes && words.Exists(w => w is "all" or "everything") ? verb with { Effect = OperationEffect.Dangerous } : verb;
}
