using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>The documents of the corpus.</summary>
internal static class CorpusFiles
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml"];

    /// <summary>Every JSON and YAML file beneath a folder of the corpus, in ordinal order.</summary>
    public static string[] Beneath(params string[] folder) =>
        [.. Directory.EnumerateFiles(SharedData.Require(folder), "*", SearchOption.AllDirectories)
            .Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <summary>The path inside the corpus, with slashes.</summary>
    public static string NameOf(string file) => Path.GetRelativePath(SharedData.Root, file).Replace('\\', '/');
}
