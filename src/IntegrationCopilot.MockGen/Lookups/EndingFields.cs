using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Fields that tell that something has ended or failed, by their names.</summary>
internal static class EndingFields
{
    private static readonly string[] Stems = ["deleted", "delete", "archived", "canceled", "cancelled", "captured", "refunded", "voided", "failed", "failure",
        "error", "completed", "finished", "done", "closed", "expired", "revoked", "rejected", "settled"];
    private static readonly string[] Tails = ["", "at", "on", "time", "date", "reason", "message", "code", "by"];

    /// <summary>Whether a new thing lacks the field.</summary>
    public static bool Tells(string field)
    {
        var name = string.Concat(NameWords.Of(field));
        if (name.StartsWith("is", StringComparison.Ordinal) && Stems.Contains(name[2..])) return true;
        return Array.Exists(Stems, stem => name.StartsWith(stem, StringComparison.Ordinal) && Tails.Contains(name[stem.Length..]));
    }
}
