using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the verb with which a text begins, past what everybody begins with: "This endpoint lets you …".</summary>
internal static class SummaryVerb
{
    /// <summary>Nothing after so many characters is a beginning.</summary>
    private const int MaxLook = 160;

    /// <summary>Words from a request to what is requested.</summary>
    private const int LongestAsked = 6;

    private static readonly FrozenSet<string> Padding = FrozenSet.Create(StringComparer.Ordinal,
        "this", "the", "endpoint", "api", "method", "operation", "route", "resource", "service", "action", "function", "webservice", "allows", "allow", "lets",
        "let", "permits", "you", "user", "users", "one", "to", "is", "used", "use",
        "can", "be", "for", "will", "a", "an", "please", "client", "clients", "bulk", "batch", "mass", "beta", "deprecated", "experimental", "internal",
        "admin", "private", "public", "new", "alpha", "that", "which", "us", "your", "merchants", "customers", "developers", "callers", "caller");

    /// <param name="text">The text.</param>
    /// <param name="name">The operation's name, which comments of source code begin with: "AuthEnable enables …".</param>
    public static Verb? Of(string? text, string? name)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = EffectWords.WordsOf(text.AsSpan(0, Math.Min(text.Length, MaxLook)));
        var start = NamedFirst(text, name) ? EffectWords.WordsOf(text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal))).Count : 0;
        for (var i = start; i < words.Count; i++)
        {
            var word = words[i];
            if (word is "enables" or "enable" && i + 1 < words.Count && words[i + 1] is "you" or "users" or "the" && words.IndexOf("to", i) is > 0) continue;
            if (Padding.Contains(word)) continue;
            if (word is "return" or "returns") return new Verb("return", OperationEffect.Safe, MayBeNoun: false, VerbForm.Inflected);
            if (EffectWords.TryGet(word, out var verb))
                return Whole(start > 0 && i == start && verb.Form == VerbForm.Inflected ? verb with { MayBeNoun = false } : verb, words, i);
            if (!(word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal))) return null;
        }
        return null;
    }

    private static bool NamedFirst(string text, string? name) =>
        name is not null && text.IndexOf(' ', StringComparison.Ordinal) is > 3 and var end && name.Contains(text[..end], StringComparison.Ordinal);

    /// <summary>What somebody is requested to do: "requests the leader to transfer its leadership".</summary>
    private static Verb? Asked(List<string> words, int at) =>
        words.IndexOf("to", at, Math.Min(LongestAsked, words.Count - at)) is > 0 and var to && to + 1 < words.Count
        && EffectWords.TryGet(words[to + 1], out var verb) && verb is { IsSafe: false, Form: VerbForm.Base } ? verb : null;

    private static Verb? Whole(Verb verb, List<string> words, int at)
    {
        if (verb.Form == VerbForm.Noun) return null;
        if (verb.Stem == "request" && Asked(words, at) is { } asked) return asked;
        if (at + 2 < words.Count && words[at + 1] is "or" or "and" && EffectWords.TryGet(words[at + 2], out var other) && other.Form != VerbForm.Noun)
            return VerbContext.Both(verb, other);
        return VerbContext.With(verb,
            words.Skip(at + 1).Take(1).Concat(words.Skip(at + 2).Take(3).Where(word => word is not ("all" or "every" or "everything" or "range"))));
    }
}
