using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the verb with which a text begins, past what everybody begins with: "This endpoint lets you …".</summary>
internal static class SummaryVerb
{
    /// <summary>Nothing after so many characters is a beginning.</summary>
    private const int MaxLook = 160;

    private static readonly FrozenSet<string> Padding = FrozenSet.Create(StringComparer.Ordinal,
        "this", "the", "endpoint", "api", "method", "operation", "route", "resource", "service", "action", "function", "webservice", "allows", "allow", "lets", "let", "permits", "you", "user", "users", "one", "to", "is", "used", "use",
        "can", "be", "for", "will", "a", "an", "please", "client", "clients", "bulk", "batch", "mass", "beta", "deprecated", "experimental", "internal", "admin", "private", "public", "new", "alpha", "that", "which", "us", "your", "merchants", "customers", "developers", "callers", "caller");

    public static Verb? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = EffectWords.WordsOf(text.AsSpan(0, Math.Min(text.Length, MaxLook)));
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word is "enables" or "enable" && i + 1 < words.Count && words[i + 1] is "you" or "users" or "the" && words.IndexOf("to", i) is > 0) continue;
            if (Padding.Contains(word)) continue;
            if (word is "return" or "returns") return new Verb("return", OperationEffect.Safe, MayBeNoun: false, VerbForm.Inflected);
            if (EffectWords.TryGet(word, out var verb)) return Whole(verb, words, i);
            if (!(word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal))) return null;
        }
        return null;
    }

    private static Verb? Whole(Verb verb, List<string> words, int at)
    {
        if (verb.Form == VerbForm.Noun) return null;
        if (at + 2 < words.Count && words[at + 1] is "or" or "and" && EffectWords.TryGet(words[at + 2], out var other))
            return verb.Effect == OperationEffect.Dangerous != (other.Effect == OperationEffect.Dangerous) && !verb.IsSafe && !other.IsSafe ? verb with { Effect = OperationEffect.Changes }
                : verb.Effect >= other.Effect ? verb : other;
        return verb.Effect == OperationEffect.Deletes && at + 1 < words.Count && words[at + 1] is "all" or "every" or "everything" ? verb with { Effect = OperationEffect.Dangerous } : verb;
    }
}
