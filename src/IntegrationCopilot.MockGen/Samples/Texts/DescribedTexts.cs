using System.Text.RegularExpressions;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Finds values that descriptions quote as examples, <c>Name of the zone (e.g. "example.com.")</c>, or name as the ones to choose from,
/// <c>Must be REPLACE or DELETE</c>.
/// </summary>
internal static partial class DescribedTexts
{
    private const int LongestRead = 2_000;

    /// <summary>The quoted examples of a description, in order.</summary>
    public static IEnumerable<string> Of(string? description) => string.IsNullOrEmpty(description)
        ? []
        : In(description.Length > LongestRead ? description[..LongestRead] : description);

    /// <summary>The format that a description speaks of where the schema has none; null when it speaks of none.</summary>
    public static string? FormatIn(string? description)
    {
        if (string.IsNullOrEmpty(description)) return null;
        var read = description.AsSpan(0, Math.Min(description.Length, LongestRead));
        return Addresses().IsMatch(read) ? "ipv4" : read.Contains("base64", StringComparison.OrdinalIgnoreCase) ? "byte" : null;
    }

    [GeneratedRegex(@"\bIP(v4)? address(es)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    private static IEnumerable<string> In(string description) =>
        Examples().Matches(description).Concat(Choices().Matches(description)).Select(match => match.Groups["text"].Value);

    /// <summary>Words in capitals, of which one is to be chosen.</summary>
    [GeneratedRegex(@"\b(?:[Mm]ust be|[Oo]ne of|[Ee]ither)[:]?\s+(?<text>[A-Z][A-Z0-9_]{2,40})(?:,\s*[A-Z][A-Z0-9_]{2,40})*,?\s+or\s+[A-Z][A-Z0-9_]{2,40}\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Choices();

    /// <summary>
    /// What is quoted and may be cut short, or stand for another value, is none. What is repeated ends at once or is short, so that it cannot run wild.
    /// </summary>
    [GeneratedRegex("""\b(?:e\.g\.|for example|for instance|example:)[,:]?\s*(?:["“`](?<text>[^"“”`<>{}…]{1,100})["”`]|['‘](?<text>[^'‘’<>{}…]{1,100})['’])""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Examples();
}
