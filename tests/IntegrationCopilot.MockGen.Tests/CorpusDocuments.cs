using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>The real documents of the corpus that can be read.</summary>
internal static class CorpusDocuments
{
    private static readonly string[] Notations = [".json", ".yaml", ".yml"];

    /// <summary>The documents of <c>specs</c>, by name.</summary>
    public static IAsyncEnumerable<(string Name, ApiSpec Spec)> Specs() => ReadAll(Directory.EnumerateFiles(SharedData.Require("specs")));

    /// <summary>Every n-th document of <c>guru</c>, by name.</summary>
    public static IAsyncEnumerable<(string Name, ApiSpec Spec)> Guru(int every) =>
        ReadAll(Directory.EnumerateFiles(SharedData.Require("guru")).Order(StringComparer.Ordinal).Where((_, i) => i % every == 0));

    /// <summary>The documents of both folders that are the turn of this run, by name.</summary>
    /// <param name="every">One of so many.</param>
    public static IAsyncEnumerable<(string Name, ApiSpec Spec)> Turn(int every) =>
        ReadAll(CorpusPart.Of(Directory.EnumerateFiles(SharedData.Require("specs")).Concat(Directory.EnumerateFiles(SharedData.Require("guru")))
            .Order(StringComparer.Ordinal), every));

    /// <summary>At most so many of a list, from all over it.</summary>
    public static IEnumerable<T> Spread<T>(this IReadOnlyList<T> all, int most)
    {
        var step = Math.Max(1, (all.Count + most - 1) / most);
        return all.Where((_, i) => i % step == 0);
    }

    private static async IAsyncEnumerable<(string Name, ApiSpec Spec)> ReadAll(IEnumerable<string> files)
    {
        foreach (var file in files.Where(f => Notations.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal))
            if ((await ApiSpecReader.ReadFileAsync(file)).Spec is { } spec) yield return (Path.GetFileName(file), spec);
    }
}
