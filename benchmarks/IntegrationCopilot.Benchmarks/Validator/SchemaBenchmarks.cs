using BenchmarkDotNet.Attributes;
using IntegrationCopilot.Benchmarks.Peers;

namespace IntegrationCopilot.Benchmarks.Validator;

/// <summary>Data sets of the public JSON Schema benchmark: bytes to verdict, and compiling their schemas. Ajv beside it: benchmarks/ajv/run.sh.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SchemaBenchmarks
{
    private DataSet data = null!;

    /// <summary>A folder of the data.</summary>
    [Params("ansible-meta", "aws-cdk", "cmake-presets", "cql2", "cspell", "deno", "helm-chart-lock", "jshintrc", "krakend", "ui5", "unreal-engine-uproject",
        "vercel")]
    public string Set { get; set; } = "";

    [GlobalSetup]
    public void Load() => data = DataSet.Read(Corpus.PathOf($"jsonschema-benchmark/{Set}"));

    [Benchmark]
    public int BytesToVerdict() => data.CountValid();

    /// <summary>JsonSchema.Net over the same bytes.</summary>
    [Benchmark]
    public int JsonSchemaNet() => data.CountValidByJsonSchemaNet();

    [Benchmark]
    public int CompileSchema() => data.Compile();
}
