using System.Text.RegularExpressions;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A plausible text for a string schema: the first of a few that its length and pattern allow, else the first its length allows.</summary>
internal static class ExampleText
{
    private const int MaxLength = 200;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(50);

    public static string For(RawNode schema)
    {
        var least = Bound(schema, "minLength") ?? 0;
        var most = Bound(schema, "maxLength") ?? int.MaxValue;
        var allowed = Candidates(schema["format"].GetString(), least, most).Where(text => text.Length >= Math.Min(least, MaxLength) && text.Length <= most).ToList();
        if (schema["pattern"].GetString() is not { Length: > 0 } pattern) return allowed.FirstOrDefault("text");
        return allowed.FirstOrDefault(text => Matches(text, pattern)) ?? allowed.FirstOrDefault("text");
    }

    private static int? Bound(RawNode schema, string keyword) => schema[keyword].GetInt64() is >= 0 and <= int.MaxValue and var bound ? (int)bound : null;

    private static IEnumerable<string> Candidates(string? format, int least, int most)
    {
        if (OfFormat(format) is { } formatted) yield return formatted;
        yield return "text";
        var length = Math.Clamp(Math.Min(4, most), Math.Min(least, MaxLength), MaxLength);
        foreach (var c in "Aa10") yield return new string(c, length);
        foreach (var text in (string[])["1", "10.00", "A1", "EUR", "EU", "2026-01-31T09:30:00Z", "2026-01-31", "01", "2026-01", "https://example.com/", "somebody@example.com", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"]) yield return text;
    }

    private static string? OfFormat(string? format) => format switch
    {
        "date-time" => "2026-01-31T09:30:00Z",
        "date" => "2026-01-31",
        "uuid" => "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "email" => "somebody@example.com",
        "uri" or "url" => "https://example.com/",
        _ => null,
    };

    /// <summary>Patterns the engine cannot take without backtracking are not tried.</summary>
    private static bool Matches(string text, string pattern)
    {
        if (pattern.Length > 1_000) return false;
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
