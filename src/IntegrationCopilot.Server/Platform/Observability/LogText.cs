using System.Globalization;

namespace IntegrationCopilot.Server.Platform.Observability;

/// <summary>What somebody typed, as a log line may hold it.</summary>
internal static class LogText
{
    private const int MaxLength = 200;

    /// <summary>At most 200 characters, and nothing that moves a cursor, breaks a line or turns the direction of reading.</summary>
    public static string Of(string text) => string.Concat(text.Take(MaxLength).Select(c => IsShown(c) ? c : '\uFFFD')) + (text.Length > MaxLength ? "…" : "");

    private static bool IsShown(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
