namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the verb of an operation id.</summary>
internal static class NameVerb
{
    /// <summary>The verb of a name: its first word, else its last, else the first in between that is no noun.</summary>
    /// <param name="name">The name: <c>createRefund</c>, <c>refunds_create</c>, <c>Auth_AuthDisable</c>.</param>
    /// <param name="method">The method, which generated names repeat: <c>postPaymentsCapture</c> says nothing by its <c>post</c>.</param>
    public static Verb? Of(string? name, string method)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var words = EffectWords.WordsOf(WithoutController(name));
        if (words.Count > 1 && words[0].Equals(method, StringComparison.OrdinalIgnoreCase) && words[0] is "post" or "put" or "patch") words.RemoveAt(0);
        while (words.Count > 1 && IsPadding(words[^1])) words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? null : Of(words);
    }

    private static Verb? Of(List<string> words)
    {
        if (words.Count > 1 && words[0] is "batch" or "bulk" or "mass" or "multi" or "do" or "try" or "admin") words.RemoveAt(0);
        if (First(words[0]) is { } first) return words.Count > 1 ? Joined(first, words) : first;
        if (words.Count > 1 && EffectWords.TryGet(words[^1], out var last) && last.Form == VerbForm.Base) return last;
        foreach (var word in words)
            if (EffectWords.TryGet(word, out var verb) && verb is { Form: VerbForm.Base, MayBeNoun: false }) return verb;
        return null;
    }

    private static Verb? First(string word) =>
        (EffectWords.TryGet(word, out var verb) && verb.Form != VerbForm.Noun) || EffectWords.TryGetWithin(word, out verb) ? verb : null;

    /// <summary><c>findOrCreate</c> creates, <c>performSearch</c> searches, <c>deleteAll</c> is dangerous, and of <c>orderCreate</c> the verb is the last word.</summary>
    private static Verb Joined(Verb first, List<string> words)
    {
        if (first.Effect == OperationEffect.Deletes && words.Exists(w => w is "all" or "everything" or "every")) return first with { Effect = OperationEffect.Dangerous };
        if (first.Stem is "perform" or "execute" or "run" or "do" && EffectWords.TryGet(words[^1], out var done) && done.IsSafe) return done;
        if (first.MayBeNoun && EffectWords.TryGet(words[^1], out var last) && last is { MayBeNoun: false, Form: VerbForm.Base }) return last;
        if (words.FindIndex(w => w is "or" or "and") is > 0 and var at && at + 1 < words.Count && EffectWords.TryGet(words[at + 1], out var other)) return Both(first, other);
        return first;
    }

    /// <summary>Enabling or disabling is switching; otherwise the worse counts.</summary>
    private static Verb Both(Verb one, Verb other) => (one.Effect, other.Effect) switch
    {
        (OperationEffect.Dangerous, OperationEffect.Changes) or (OperationEffect.Changes, OperationEffect.Dangerous) => one with { Effect = OperationEffect.Changes },
        _ => one.Effect >= other.Effect ? one : other,
    };

    /// <summary><c>PasswordResetController_list</c> is about its last part.</summary>
    private static string WithoutController(string name)
    {
        var end = name.IndexOf("Controller", StringComparison.OrdinalIgnoreCase);
        if (end < 0) return name;
        var rest = name[(end + "Controller".Length)..].TrimStart('_', '.', '-', '/', ':', '#');
        return rest.Length == 0 ? name : rest;
    }

    private static bool IsPadding(string word) => word is "async" or "using" or "api" or "request" or "v1" or "v2" or "v3" || int.TryParse(word, out _);
}
