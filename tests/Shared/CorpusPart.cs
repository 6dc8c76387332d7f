using System.Globalization;

namespace IntegrationCopilot.Testing;

/// <summary>
/// Which part of the corpus a long suite looks at: all of it with <c>IC_FULL=1</c>, else every n-th document from a place that <c>.ci/run</c> gives by the
/// commit (<c>IC_PART</c>), so that the part rotates.
/// </summary>
internal static class CorpusPart
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("IC_FULL") == "1";

    private static int Place { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("IC_PART"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;

    /// <summary>Every n-th of a list.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> all, int every) => IsFull ? all : all.Where((_, i) => i % every == Place % every);
}
