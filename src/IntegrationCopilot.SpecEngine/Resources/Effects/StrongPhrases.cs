using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Phrases by which descriptions warn.</summary>
internal static class StrongPhrases
{
    private const int MaxLook = 4_000;

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        [
            "cannot be undone", "can't be undone", "can not be undone", "cannot be reversed", "irreversible", "irreversibly", "irrevocabl",
            "cannot be recovered", "data loss",
            "for the whole cluster", "for the whole account", "for the entire account", "for the whole organization", "for the entire organization",
            "deletes all", "removes all", "erases all",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> LeftOut = SearchValues.Create(["not provided", "not included", "not listed", "not specified",
        "not present in", "omitted", "left out", "missing from"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Gone = SearchValues.Create(["deleted", "removed", "be lost", "erased"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text that warns; null when none does.</summary>
    public static ResourceEvidence? Find(ApiOperation operation)
    {
        if (Warns(operation.Summary)) return new ResourceEvidence(InferenceRule.Phrase, operation.Node.FindMember("summary"u8));
        if (Warns(operation.Description)) return new ResourceEvidence(InferenceRule.Phrase, operation.Node.FindMember("description"u8));
        return null;
    }

    private static bool Warns(string? text)
    {
        if (text is null) return false;
        var look = text.AsSpan(0, Math.Min(text.Length, MaxLook));
        return look.ContainsAny(Phrases) || Replaces(look);
    }

    /// <summary>"Attributes that are not provided will be deleted": the whole set is replaced.</summary>
    private static bool Replaces(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAny(LeftOut);
        if (at < 0) return false;
        var rest = text[at..];
        if (rest.IndexOf('.') is > 0 and var end) rest = rest[..end];
        return rest.ContainsAny(Gone) && !rest.Contains(" not be ", StringComparison.OrdinalIgnoreCase);
    }
}
