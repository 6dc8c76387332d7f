using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Every schema of every operation of real documents compiles, and no example is refused without cause.</summary>
/// <remarks>
/// What is refused was looked at kind by kind and is the document's fault; KnownExampleProblems.json holds how often, per document and code, with the reasons.
/// </remarks>
public sealed class ExampleCorpusTests(ITestOutputHelper output)
{
    private static readonly string KnownFile =
        Path.Combine(SharedData.RepositoryRoot, "tests/IntegrationCopilot.Validator.Tests/Corpus/KnownExampleProblems.json");

    [Theory]
    [InlineData("specs", 30_000, 7_000)]
    [InlineData("guru", 90_000, 8_000)]
    public async Task Validate_EveryExample_FitsButForTheKnown(string folder, int leastSchemas, int leastExamples)
    {
        var files = Directory.EnumerateFiles(SharedData.Require(folder)).Where(f => Path.GetExtension(f) is ".json" or ".yaml" or ".yml")
            .Order(StringComparer.Ordinal);
        var results = new ConcurrentDictionary<string, Tally>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(files, TestContext.Current.CancellationToken, async (file, token) =>
        {
            if ((await ApiSpecReader.ReadFileAsync(file, cancellationToken: token)).Spec is { } spec)
                results[$"{folder}/{Path.GetFileName(file)}"] = Judge(spec);
        });
        var (schemas, examples) = (results.Values.Sum(r => r.Schemas), results.Values.Sum(r => r.Examples));
        output.WriteLine($"{folder}: {results.Count} documents, {schemas} schemas, {examples} examples, {results.Values.Sum(r => r.Refused)} refused.");
        schemas.Should().BeGreaterThan(leastSchemas);
        examples.Should().BeGreaterThan(leastExamples);
        Lines(results.Where(r => r.Value.Refused > 0).ToDictionary(r => r.Key, r => r.Value.Codes, StringComparer.Ordinal))
            .Should().Be(Lines(Known().Documents.Where(k => k.Key.StartsWith(folder + "/", StringComparison.Ordinal)).ToDictionary()),
                "KnownExampleProblems.json holds exactly what is refused");
    }

    [Fact]
    public void KnownProblems_EveryCode_HasAReason()
    {
        var known = Known();
        known.Documents.Values.SelectMany(d => d.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Should()
            .Equal(known.Reasons.Keys.Order(StringComparer.Ordinal));
        known.Reasons.Values.Should().OnlyContain(r => r.Length > 20);
    }

    private static Tally Judge(ApiSpec spec)
    {
        var tally = new Tally();
        var schemas = new SchemaSet(spec);
        foreach (var value in DocumentExamples.Of(spec).Where(v => v.Schema.IsDefined))
        {
            tally.Schemas++;
            var schema = schemas.For(value.Schema, value.Direction);
            foreach (var example in value.Examples) tally.Add(Refusals(schema, example));
        }
        return tally;
    }

    /// <summary>The codes of the findings. A string may also hold the value as it is written in a message (OpenAPI 3.0.4, section 4.7.14.2).</summary>
    private static List<string> Refusals(CompiledSchema schema, RawNode example)
    {
        var utf8 = example.ToUtf8Json();
        var findings = schema.Validate(utf8).Where(f => f.Severity == FindingSeverity.Error).Select(f => f.Code).ToList();
        schema.IsValid(utf8).Should().Be(findings.Count == 0, "both evaluators agree on {0}", example.Location);
        return findings.Count > 0 && example.GetString() is { } text && schema.IsValid(Encoding.UTF8.GetBytes(text)) ? [] : findings;
    }

    private static string Lines(Dictionary<string, SortedDictionary<string, int>> documents) =>
        string.Join('\n',
            documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}: {string.Join(", ", d.Value.Select(c => $"{c.Key} {c.Value}"))}"));

    private static KnownProblems Known() => JsonSerializer.Deserialize<KnownProblems>(File.ReadAllBytes(KnownFile), JsonSerializerOptions.Web)!;

    private sealed class Tally
    {
        public int Schemas { get; set; }

        public int Examples { get; private set; }

        public int Refused { get; private set; }

        public SortedDictionary<string, int> Codes { get; } = new(StringComparer.Ordinal);

        public void Add(List<string> refusals)
        {
            Examples++;
            if (refusals.Count > 0) Refused++;
            foreach (var code in refusals) Codes[code] = Codes.GetValueOrDefault(code) + 1;
        }
    }

    /// <param name="Reasons">Per code, why its findings are the documents' fault.</param>
    /// <param name="Documents">Per document and code, how many findings there are.</param>
    private sealed record KnownProblems(SortedDictionary<string, string> Reasons, Dictionary<string, SortedDictionary<string, int>> Documents);
}
