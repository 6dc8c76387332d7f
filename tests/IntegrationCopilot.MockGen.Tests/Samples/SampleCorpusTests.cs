using System.Diagnostics;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Samples for what real documents describe: how many schemas of bodies and parameters get one.</summary>
public sealed class SampleCorpusTests(ITestOutputHelper output)
{
    private const int SchemasPerDocument = 150;

    private sealed class Tally
    {
        public int Documents;
        public int Asked;
        public int Found;
        public List<string> Missing { get; } = [];
        public (string Name, TimeSpan Time) Slowest;
    }

    [Fact]
    public async Task ForBody_Specs_GivesSamplesThatConform() => Report(await Count(CorpusDocuments.Specs()), 0.998);

    [Fact]
    public async Task ForBody_EveryTwentiethOfTheDirectory_GivesSamplesThatConform() => Report(await Count(CorpusDocuments.Guru(every: 20)), 0.985);

    private void Report(Tally tally, double atLeast)
    {
        output.WriteLine($"{tally.Documents} documents, {tally.Found} of {tally.Asked} schemas have a sample; slowest {tally.Slowest.Name} with {tally.Slowest.Time.TotalSeconds:0.0} s");
        foreach (var problem in tally.Missing) output.WriteLine(problem);
        tally.Asked.Should().BeGreaterThan(1_000);
        ((double)tally.Found / tally.Asked).Should().BeGreaterThanOrEqualTo(atLeast);
        tally.Slowest.Time.Should().BeLessThan(TimeSpan.FromSeconds(60));
    }

    private static async Task<Tally> Count(IAsyncEnumerable<(string Name, ApiSpec Spec)> documents)
    {
        var tally = new Tally();
        await foreach (var (name, spec) in documents)
        {
            var watch = Stopwatch.StartNew();
            tally.Documents++;
            CountDocument(name, spec, tally);
            if (watch.Elapsed > tally.Slowest.Time) tally.Slowest = (name, watch.Elapsed);
        }
        return tally;
    }

    private static void CountDocument(string name, ApiSpec spec, Tally tally)
    {
        var schemas = new SchemaSet(spec);
        var samples = new SampleGenerator(spec, schemas);
        foreach (var (media, direction) in spec.Operations.SelectMany(Bodies).DistinctBy(b => (b.Media.Schema, b.Media.Examples.Count, b.Direction)).ToList().Spread(SchemasPerDocument))
            Check(name, samples.ForBody(media, direction), media.Schema, direction);
        foreach (var parameter in spec.Operations.SelectMany(o => o.Parameters).DistinctBy(p => p.Node).ToList().Spread(SchemasPerDocument))
            Check(name, samples.ForParameter(parameter), parameter.Content?.Schema ?? parameter.Schema, MessageDirection.Request);

        void Check(string document, SampleResult sample, RawNode schema, MessageDirection direction)
        {
            tally.Asked++;
            if (!sample.Found) tally.Missing.Add($"{document}: {sample.Problem}");
            else if (schema.IsDefined && !schemas.For(schema, direction).IsValid(sample.Json.Span)) throw new InvalidOperationException($"{document}: a sample of {schema.Location} does not conform.");
            else tally.Found++;
        }
    }

    private static IEnumerable<(ApiMediaType Media, MessageDirection Direction)> Bodies(ApiOperation operation) =>
        (operation.RequestBody?.Content ?? []).Select(m => (m, MessageDirection.Request))
            .Concat(operation.Responses.SelectMany(r => r.Content).Select(m => (m, MessageDirection.Response)));
}
