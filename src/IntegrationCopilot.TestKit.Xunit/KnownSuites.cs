using System.Collections.Concurrent;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>The documents that tests of this process name, each read once.</summary>
internal static class KnownSuites
{
    private static readonly ConcurrentDictionary<(string Document, int Seed), Lazy<Task<KnownSuite>>> Known = new();

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds no OpenAPI document that can be read.</exception>
    public static Task<KnownSuite> OfAsync(string document, int seed) =>
        Known.GetOrAdd((document, seed), key => new(() => ReadAsync(key.Document, key.Seed))).Value;

    private static async Task<KnownSuite> ReadAsync(string document, int seed)
    {
        var path = DocumentPath.Find(document);
        var read = await ApiSpecReader.ReadFileAsync(path);
        if (read.Spec is not { } spec)
        {
            var problems = string.Join('\n', read.Problems.Select(problem => HarmlessText.OneLine(problem.ToString())));
            throw new InvalidDataException($"'{path}' is no OpenAPI document that can be read:\n{problems}");
        }

        var suite = GoldenTestGenerator.Generate(spec, new GoldenTestOptions { Seed = seed });
        return new KnownSuite(spec, suite, suite.Tests.ToDictionary(test => test.Id, StringComparer.Ordinal));
    }
}

/// <summary>A document and the tests it yields.</summary>
internal sealed record KnownSuite(ApiSpec Spec, GoldenTestSuite Suite, IReadOnlyDictionary<string, GoldenTest> Tests);
