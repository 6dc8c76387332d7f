namespace IntegrationCopilot.Validator;

/// <summary>Guesses which name was meant.</summary>
internal static class NearNames
{
    public const int MaxDistance = 2;
    private const int MaxLength = 64;
    private const int MaxCandidates = 500;

    /// <summary>The candidate that differs least, by at most two letters or by letter case and separators only; null when none is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length is < 3 or > MaxLength) return null;
        string? best = null;
        var least = MaxDistance + 1;
        foreach (var candidate in candidates.Take(MaxCandidates).Where(c => c.Length is > 2 and <= MaxLength))
        {
            var distance = Between(name, candidate);
            if (distance < least) (best, least) = (candidate, distance);
        }
        return best;
    }

    /// <summary>
    /// How far two names are apart: 0 when they differ in letter case and separators only, else the letters that differ; more than <see cref="MaxDistance"/>
    /// when they have nothing in common.
    /// </summary>
    public static int Between(string name, string candidate) => Plain(candidate) == Plain(name) ? 0 : Distance(name, candidate);

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > MaxDistance) return MaxDistance + 1;
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
