namespace IntegrationCopilot.TestKit;

/// <summary>Chooses the fewest cases that find as much as all do: again and again the one that finds most of what is left.</summary>
internal static class FewestCases
{
    public static IReadOnlyList<string> Of(IEnumerable<MutationResult> results)
    {
        var left = results.Where(result => result.IsApplicable && result.FoundBy.Count > 0).ToList();
        var chosen = new List<string>();
        while (left.Count > 0)
        {
            var best = left.SelectMany(result => result.FoundBy).GroupBy(id => id, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
            chosen.Add(best);
            left.RemoveAll(result => result.FoundBy.Contains(best, StringComparer.Ordinal));
        }

        return chosen;
    }
}
