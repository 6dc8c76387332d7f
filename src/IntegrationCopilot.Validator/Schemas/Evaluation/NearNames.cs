using IntegrationCopilot.SpecEngine;

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
    public static int Between(string name, string candidate) =>
        Plain(candidate) == Plain(name) ? 0
        : Math.Abs(name.Length - candidate.Length) > MaxDistance ? MaxDistance + 1 : TextDistance.Between(name, candidate);

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
