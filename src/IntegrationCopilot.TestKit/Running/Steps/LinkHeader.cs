using System.Text.RegularExpressions;

namespace IntegrationCopilot.TestKit;

/// <summary>Links in headers (RFC 8288, section 3).</summary>
internal static partial class LinkHeader
{
    /// <summary>Target of the first link with the relation <c>next</c>; null when there is none.</summary>
    public static string? Next(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        headers.Where(header => header.Key.Equals("Link", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => Link().Matches(header.Value))
            .Where(link => Relation().Match(link.Groups["parameters"].Value) is { Success: true } relation
                && relation.Groups["names"].Value.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase))
            .Select(link => link.Groups["target"].Value.Trim()).FirstOrDefault();

    [GeneratedRegex("<(?<target>[^>]*)>(?<parameters>(?:[^,\"]|\"[^\"]*\")*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(";\\s*rel\\s*=\\s*\"?(?<names>[^\";]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Relation();
}
