using System.Text.RegularExpressions;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells schemas whose strings are numbers in quotes.</summary>
internal static class NumberText
{
    private const int MaxPattern = 200;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(50);
    private static readonly HashSet<string> Formats =
        new(StringComparer.Ordinal) { "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal" };
    private static readonly string[] Numbers = ["0", "7", "12", "345"];
    private static readonly string[] Texts = ["", "a", "x1", "1x", "é"];

    /// <summary>Whether the format is a number's, or the pattern takes numbers and no other text.</summary>
    public static bool IsSpelledAsText(RawNode schema) =>
        (schema.FindMember("format"u8).GetString() is { } format && Formats.Contains(format))
            || (schema.FindMember("pattern"u8).GetString() is { } pattern && IsOfNumbers(pattern));

    /// <summary>Patterns that need backtracking are not tried.</summary>
    private static bool IsOfNumbers(string pattern)
    {
        if (pattern.Length > MaxPattern) return false;
        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTimeout);
            return Array.Exists(Numbers, regex.IsMatch) && !Array.Exists(Texts, regex.IsMatch);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
