namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds what an author probably meant.</summary>
internal static class Suggestions
{
    private const int MaxCandidates = 2_000;

    /// <summary>The candidate that differs by letter case or by at most two edits; null when none is that close.</summary>
    public static string? Closest(string written, IEnumerable<string> candidates)
    {
        if (written.Length is < 3 or > 64) return null;
        var limit = written.Length < 5 ? 1 : 2;
        string? best = null;
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (candidate.Equals(written, StringComparison.OrdinalIgnoreCase)) return candidate;
            if (Math.Abs(candidate.Length - written.Length) > limit || Distance(written, candidate) is var distance && distance > limit) continue;
            (best, limit) = (candidate, distance - 1);
        }
        return best;
    }

    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}
