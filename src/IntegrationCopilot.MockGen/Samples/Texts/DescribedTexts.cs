using System.Text.RegularExpressions;

namespace IntegrationCopilot.MockGen;

/// <summary>Finds values that descriptions quote as examples: <c>Name of the zone (e.g. "example.com.")</c>.</summary>
internal static partial class DescribedTexts
{
    private const int LongestRead = 2_000;

    /// <summary>The quoted examples of a description, in order.</summary>
    public static IEnumerable<string> Of(string? description) => string.IsNullOrEmpty(description)
        ? []
        : Examples().Matches(description.Length > LongestRead ? description[..LongestRead] : description).Select(match => match.Groups["text"].Value);

    /// <summary>What is quoted and may be cut short, or stand for another value, is none.</summary>
    [GeneratedRegex("""\b(?:e\.g\.|for example|for instance|example:)[,:]?\s*(?:["“`](?<text>[^"“”`<>{}…]{1,100})["”`]|['‘](?<text>[^'‘’<>{}…]{1,100})['’])""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Examples();
}
