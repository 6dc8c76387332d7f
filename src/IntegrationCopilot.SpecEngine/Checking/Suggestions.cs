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
            if (Math.Abs(candidate.Length - written.Length) > limit || Distance(written, candidate, limit) is var distance && distance > limit) continue;
            (best, limit) = (candidate, distance - 1);
        }
        return best;
    }

    /// <summary>Edits from one text to the other; some number above the limit when there are more than that.</summary>
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        var alike = left.CommonPrefixLength(right);
        left = left[alike..];
        right = right[alike..];
        if (left.IsEmpty || right.IsEmpty) return left.Length + right.Length;
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var least = current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                least = Math.Min(least, current[j]);
            }
            if (least > limit) return least;
            var done = previous;
            previous = current;
            current = done;
        }
        return previous[right.Length];
    }
}
