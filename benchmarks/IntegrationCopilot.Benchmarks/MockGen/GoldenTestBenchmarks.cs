using BenchmarkDotNet.Attributes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Benchmarks.MockGen;

/// <summary>
/// The golden tests of large documents, at the default budget. Each is read anew, as a command reads it, so that nothing is known of its schemas.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class GoldenTestBenchmarks
{
    private ApiSpec spec = null!;

    [Params("specs/square-api.json", "specs/openai-2.3.yaml", "specs/github-api-1.1.4.yaml")]
    public string Document { get; set; } = "";

    [IterationSetup]
    public void Read() => spec = ApiSpecReader.Read(Corpus.Bytes(Document), Document).Spec!;

    [Benchmark]
    public int Generate() => GoldenTestGenerator.Generate(spec).Tests.Count;
}
