using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells questions that are asked by POST. Nothing may speak against it: no verb that writes, no 201, no work that ends later, no code that is used
/// up.</summary>
internal static class PostReading
{
    /// <summary>Verbs of summaries that say only that something is done: "Run a search", "Post a query".</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(StringComparer.Ordinal, "perform", "execute", "run", "do", "make", "submit", "request",
        "process", "handle", "start", "issue", "generate", "test", "open", "return");

    /// <summary>Things that are used up when they are verified.</summary>
    private static readonly FrozenSet<string> Codes = FrozenSet.Create(StringComparer.Ordinal,
        "otp", "2fa", "mfa", "totp", "code", "codes", "pin", "passcode", "phone", "email", "sms", "factor", "challenge", "password", "account", "verification",
        "verifications", "confirmation", "token", "captcha", "device", "identity", "coupon", "voucher");

    public static ResourceEvidence? Find(EffectSigns signs)
    {
        if (signs.Answers("201") || Contradicts(signs) || StartsWork(signs)) return null;
        if (signs.Path is { IsSafe: true } path && Asks(path, signs)) return signs.PathEvidence;
        if (signs.Name is { IsSafe: true } name && Asks(name, signs)) return signs.NameEvidence;
        if (signs.Path is not null || signs.Name is not null) return null;
        if (signs.Summary is { IsSafe: true, MayBeNoun: false } said && Asks(said, signs) && HasAnswer(signs.Operation)) return signs.SummaryEvidence;
        return SameAsRead(signs);
    }

    private static bool Contradicts(EffectSigns signs) => signs.Summary is { IsSafe: false } said && !Empty.Contains(said.Stem);

    private static bool HasAnswer(ApiOperation operation) => operation.Responses.Any(r => r.Status is ['2', ..] or "default" && r.Content.Count > 0);

    private static bool Asks(Verb verb, EffectSigns signs) => verb.Stem switch
    {
        "verify" or "check" or "validate" or "introspect" => !signs.IsAbout(Codes.Contains) || verb.Stem == "introspect",
        "export" or "download" or "transcribe" =>
        !signs.Answers("202") && signs.Operation.Responses.Any(r => r.Status is ['2', ..] && r.Content.Any(c => !c.IsJson)),
        "format" or "score" or "rank" or "range" or "render" or "tokenize" or "select" or "token" => signs.Path?.Stem == verb.Stem,
        _ => true,
    };

    /// <summary>What answers 202, or with an operation, a job or a task, has begun something.</summary>
    private static bool StartsWork(EffectSigns signs)
    {
        if (signs.Answers("202")) return true;
        var answer = signs.Operation.Responses.FirstOrDefault(r => r.Status is ['2', ..] && r.Content.Count > 0)?.Content[0].Schema ?? default;
        return ResourceWords.SchemaName(answer) is { Count: > 0 } name && name[^1] is "operation" or "job" or "task"
            && !(signs.Name?.Stem is "get" or "list" or "find" or "search" or "describe" || signs.Path?.Stem is "get" or "list" or "find" or "search");
    }

    /// <summary>The same operation given as GET too, told by the same words and answer.</summary>
    private static ResourceEvidence? SameAsRead(EffectSigns signs)
    {
        if (signs.Node.Find("GET") is not { } get || signs.Operation.Summary is not { Length: > 0 } summary
            || !summary.Equals(get.Summary, StringComparison.OrdinalIgnoreCase)) return null;
        return signs.SummaryEvidence;
    }
}
