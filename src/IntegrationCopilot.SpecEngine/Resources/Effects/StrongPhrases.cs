using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Phrases by which descriptions warn.</summary>
internal static class StrongPhrases
{
    private const int MaxLook = 4_000;

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        ["cannot be undone", "can't be undone", "can not be undone", "cannot be reversed", "irreversible", "irreversibly", "irrevocable", "not be recoverable", "cannot be recovered", "data loss", "is removed if not listed",
            "anything not listed is removed", "for the whole cluster", "for the whole account", "for the entire account", "for the whole organization", "for the entire organization", "delete all", "deletes all", "removes all", "remove all", "erases all"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The text that warns; null when none does.</summary>
    public static ResourceEvidence? Find(ApiOperation operation)
    {
        if (Warns(operation.Summary)) return new ResourceEvidence(InferenceRule.Phrase, operation.Node.FindMember("summary"u8));
        if (Warns(operation.Description)) return new ResourceEvidence(InferenceRule.Phrase, operation.Node.FindMember("description"u8));
        return null;
    }

    private static bool Warns(string? text) => text is not null && text.AsSpan(0, Math.Min(text.Length, MaxLook)).ContainsAny(Phrases);
}
