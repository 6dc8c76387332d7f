using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Operations that bring back what was deleted.</summary>
internal static class Restorations
{
    /// <summary>The status by which they tell that a thing was not deleted.</summary>
    public const string NotDeleted = "409";

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "restore", "undelete", "recover", "untrash", "undo" };

    /// <summary>Whether an operation brings back what was deleted: that needs to be told nothing.</summary>
    public static bool IsOne(ApiOperation operation)
    {
        if (operation.RequestBody is { Required: true }) return false;
        var end = operation.Path.TrimEnd('/');
        end = end[(end.LastIndexOfAny(['/', ':', '.']) + 1)..];
        return Words.Contains(FirstWord(end)) || Words.Contains(FirstWord(operation.OperationId)) || Words.Contains(FirstWord(operation.Summary));
    }

    /// <summary>The first word of a name, in lower case.</summary>
    private static string FirstWord(string? name)
    {
        var text = (name ?? "").AsSpan().TrimStart();
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]) && (end == 0 || !char.IsUpper(text[end]))) end++;
        return text[..end].ToString().ToLowerInvariant();
    }
}
