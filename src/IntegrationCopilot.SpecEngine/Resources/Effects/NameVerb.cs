using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the verb of an operation id.</summary>
internal static class NameVerb
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("_./:#- ");

    /// <summary>The verb of an operation's id; null when it has none, or is only method and path again.</summary>
    public static Verb? Of(ApiOperation operation)
    {
        if (operation.OperationId is not { Length: > 0 } name || IsGenerated(name, operation)) return null;
        var words = EffectWords.WordsOf(name);
        // "post" stands for the method in what generators make, and means nothing then.
        if (words.Count < 2) return Of(name);
        if (words[0] is "post" or "put" or "patch" && words[0].Equals(operation.Method, StringComparison.OrdinalIgnoreCase)) return Of(name[words[0].Length..]);
        return words[^1] is "post" or "put" or "patch" or "get"
            && words[^1].Equals(operation.Method, StringComparison.OrdinalIgnoreCase) ? Of(name[..^words[^1].Length]) : Of(name);
    }

    /// <summary>The verb of a name: <c>createRefund</c>, <c>refunds_create</c>, <c>Auth_AuthDisable</c>. The worse one where both halves have one.</summary>
    public static Verb? Of(string name)
    {
        var text = WithoutController(name).Trim('_', '.', '/', ':', '#', '-', ' ');
        var cut = text.AsSpan().LastIndexOfAny(Separators);
        var head = In(EffectWords.WordsOf(text));
        var tail = cut < 0 ? null : In(EffectWords.WordsOf(text.AsSpan(cut + 1)));
        if (head is null || tail is null) return head ?? tail;
        if (tail.Value.MayBeNoun && !head.Value.MayBeNoun) return head;
        if (head.Value.MayBeNoun && !tail.Value.MayBeNoun) return tail;
        return tail.Value.Effect >= head.Value.Effect ? tail : head;
    }

    /// <summary>The verb of some words: the first, else the last.</summary>
    private static Verb? In(List<string> words)
    {
        while (words.Count > 1 && IsPadding(words[^1])) words.RemoveAt(words.Count - 1);
        var starts = words.Count > 1 && words[0] is "async";
        if (starts) words.RemoveAt(0);
        if (words.Count > 1 && words[0] is "batch" or "bulk" or "mass" or "multi" or "try" or "admin") words.RemoveAt(0);
        if (words.Count == 0) return null;
        if (starts && First(words[0]) is { Effect: OperationEffect.Safe or OperationEffect.Changes } started)
            return started with { Effect = OperationEffect.Creates };
        if (First(words[0]) is { } first) return words.Count > 1 ? Joined(first, words) : first;
        return words.Count > 1 && EffectWords.TryGet(words[^1], out var last) && last is { Form: VerbForm.Base }
            && (!last.MayBeNoun || !last.IsSafe) ? last : null;
    }

    private static Verb? First(string word) =>
        (EffectWords.TryGet(word, out var verb) && verb.Form == VerbForm.Base) || EffectWords.TryGetWithin(word, out verb) ? verb : null;

    private static Verb Joined(Verb first, List<string> words)
    {
        if (first.Stem is "perform" or "execute" or "run" or "do" && EffectWords.TryGet(words[^1], out var done) && done.IsSafe) return done;
        if (words.Count == 2 && first.MayBeNoun && EffectWords.TryGet(words[1], out var last) && last is { MayBeNoun: false, Form: VerbForm.Base }) return last;
        if (words.FindIndex(w => w is "or" or "and") is > 0 and var at && at + 1 < words.Count && EffectWords.TryGet(words[at + 1], out var other))
            return VerbContext.Both(first, other);
        return VerbContext.With(first, words.Skip(1));
    }

    /// <summary>Whether a name is made of method and path: <c>getGithubSync</c> for <c>GET /github/sync</c>.</summary>
    private static bool IsGenerated(string name, ApiOperation operation)
    {
        var folded = FoldedName.Of(name);
        var method = operation.Method.ToLowerInvariant();
        if (!folded.StartsWith(method, StringComparison.Ordinal)) return false;
        var rest = folded[method.Length..];
        return rest.Length > 0 && FoldedName.Of(operation.Path).EndsWith(rest, StringComparison.Ordinal) && operation.Path.Count(c => c == '/') > 1;
    }

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
