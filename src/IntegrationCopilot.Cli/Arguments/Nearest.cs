using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>What somebody may have meant.</summary>
internal static class Nearest
{
    private const int Shown = 3;

    /// <summary>The nearest candidates, the nearest first.</summary>
    public static IReadOnlyList<string> Few(string given, IEnumerable<string> candidates) =>
        [.. candidates.OrderBy(candidate => TextDistance.Between(given, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(Shown)];

    /// <summary>The nearest candidate; null when there is none.</summary>
    public static string? To(string given, IEnumerable<string?> candidates) =>
        candidates.OfType<string>().MinBy(candidate => TextDistance.Between(given, candidate));

    /// <summary>The nearest candidate if it is so near that it may be a slip of the hand: at most a third of the word differs; else null.</summary>
    public static string? Slip(string given, IEnumerable<string> candidates) =>
        To(given, candidates) is { } nearest && TextDistance.Between(given, nearest) * 3 <= Math.Max(given.Length, nearest.Length) ? nearest : null;
}
