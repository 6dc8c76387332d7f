namespace IntegrationCopilot.Cli.Arguments;

/// <summary>What somebody may have meant.</summary>
internal static class Nearest
{
    private const int LongestCompared = 200;

    private const int Shown = 3;

    /// <summary>The candidates with the fewest insertions, deletions and replacements of characters, letter case aside, the nearest first.</summary>
    public static IReadOnlyList<string> Few(string given, IEnumerable<string> candidates) =>
        [.. candidates.OrderBy(candidate => Distance(given, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(Shown)];

    /// <summary>The candidate with the fewest insertions, deletions and replacements of characters, letter case aside; null when there is none.</summary>
    public static string? To(string given, IEnumerable<string?> candidates) => candidates.OfType<string>().MinBy(candidate => Distance(given, candidate));

    private static int Distance(string left, string right)
    {
        var (a, b) = (Cut(left), Cut(right));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }

    private static string Cut(string text) => (text.Length > LongestCompared ? text[..LongestCompared] : text).ToUpperInvariant();
}
