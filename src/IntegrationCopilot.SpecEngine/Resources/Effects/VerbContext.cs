using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What the words beside a verb make of it: deleting all is dangerous, rotating a key is, rotating a picture is not.</summary>
internal static class VerbContext
{
    private static readonly FrozenSet<string> Secrets = FrozenSet.Create(StringComparer.Ordinal,
        "key", "keys", "secret", "secrets", "token", "tokens", "credential", "credentials", "cert", "certs", "certificate", "certificates", "password",
        "apikey", "kek", "dek");

    private static readonly FrozenSet<string> Work = FrozenSet.Create(StringComparer.Ordinal,
        "build", "job", "task", "run", "execution", "export", "import", "scan", "query", "session", "pipeline", "workflow", "crawl", "batch", "recording",
        "transcription", "analysis", "deployment", "backup", "test", "conversation", "report");

    /// <summary>What is restored from a copy is overwritten by it.</summary>
    private static readonly FrozenSet<string> Whole = FrozenSet.Create(StringComparer.Ordinal, "backup", "backups", "snapshot", "snapshots", "settings",
        "configuration", "config", "database", "databases", "server", "system");

    public static Verb With(Verb verb, IEnumerable<string> others)
    {
        if (verb.IsSafe) return verb;
        foreach (var word in others)
        {
            if (verb.Effect is OperationEffect.Changes or OperationEffect.Deletes && IsMany(verb, word))
                return verb with { Effect = OperationEffect.Dangerous };
            if (verb.Stem == "rotate" && Secrets.Contains(word)) return verb with { Effect = OperationEffect.Dangerous };
            if (verb.Stem == "restore" && Whole.Contains(word)) return verb with { Effect = OperationEffect.Dangerous };
            if (verb.Stem is "start" or "run" && Work.Contains(word)) return verb with { Effect = OperationEffect.Creates };
            if (verb.Stem == "test" && word is "permission" or "permissions") return verb with { Effect = OperationEffect.Safe };
        }
        return verb;
    }

    /// <summary>Of two verbs the worse; but what switches on and off is a change.</summary>
    public static Verb Both(Verb one, Verb other)
    {
        if (one.Effect == OperationEffect.Creates && other.Stem is "overwrite" or "replace" or "update") return one;
        if (one.Effect == OperationEffect.Dangerous != (other.Effect == OperationEffect.Dangerous) && !one.IsSafe && !other.IsSafe && AreOpposite(one, other))
            return one with { Effect = OperationEffect.Changes };
        return one.Effect >= other.Effect ? one : other;
    }

    private static bool IsMany(Verb verb, string word) =>
        word is "all" or "everything" or "every" || (verb.Effect == OperationEffect.Deletes && word is "range" or "byquery" or "filtered");

    private static bool AreOpposite(Verb one, Verb other)
    {
        var (good, bad) = one.Effect == OperationEffect.Dangerous ? (other.Stem, one.Stem) : (one.Stem, other.Stem);
        return bad.EndsWith(good, StringComparison.Ordinal) || good.EndsWith(bad, StringComparison.Ordinal) || (good is "enable" && bad is "disable")
            || (good is "resume" or "unsuspend" or "activate" or "reactivate" or "restore" && bad is "suspend" or "deactivate");
    }
}
