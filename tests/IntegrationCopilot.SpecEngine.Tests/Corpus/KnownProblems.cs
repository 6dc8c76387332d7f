using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>The true faults of corpus documents: what the reader must report as errors, and nothing else.</summary>
internal static class KnownProblems
{
    private static readonly string FilePath =
        Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.SpecEngine.Tests", "Corpus", "KnownProblems.json");

    /// <summary>Errors by file, as <c>id × count</c>.</summary>
    public static Dictionary<string, string[]> Load() =>
        JsonSerializer.Deserialize<Entry[]>(File.ReadAllText(FilePath), JsonSerializerOptions.Web)!.ToDictionary(e => e.File,
            e => e.Errors.Order(StringComparer.Ordinal).ToArray());

    /// <summary>The errors of one reading in the same form.</summary>
    public static string[] Of(SpecReadResult result) =>
        [.. result.Problems.Where(p => p.Severity == ProblemSeverity.Error).GroupBy(p => p.Id, StringComparer.Ordinal).Select(g => $"{g.Key} × {g.Count()}")
            .Order(StringComparer.Ordinal)];

    /// <param name="File">Its path inside the corpus.</param>
    /// <param name="Errors">What is wrong with it.</param>
    /// <param name="Because">How we know that it is the document's fault.</param>
    private sealed record Entry(string File, string[] Errors, string Because);
}
