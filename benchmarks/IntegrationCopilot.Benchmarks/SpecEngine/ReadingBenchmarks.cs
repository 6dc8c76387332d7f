using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using IntegrationCopilot.SpecEngine;
using Microsoft.OpenApi;
using YamlDotNet.Core;

namespace IntegrationCopilot.Benchmarks;

/// <summary>Reading the largest JSON document of the corpus, against parsing it and against Microsoft.OpenApi.</summary>
[MemoryDiagnoser]
public class JsonReadingBenchmarks
{
    private readonly byte[] document = Corpus.Bytes("specs/square-api.json");

    [Benchmark(Baseline = true)]
    public void JsonDocumentParse() => JsonDocument.Parse(document).Dispose();

    [Benchmark]
    public SpecReadResult ApiSpecRead() => ApiSpecReader.Read(document, "square-api.json");

    [Benchmark]
    public RawReadResult RawTree() => RawDocumentReader.Read(document, "square-api.json");

    [Benchmark]
    public OpenApiDocument? MicrosoftOpenApi()
    {
        using var stream = new MemoryStream(document);
        return OpenApiDocument.Load(stream, "json").Document;
    }
}

/// <summary>Reading the largest YAML document of the corpus, against YamlDotNet's events alone.</summary>
[MemoryDiagnoser]
public class YamlReadingBenchmarks
{
    private readonly byte[] document = Corpus.Bytes("specs/openai-2.3.yaml");

    [Benchmark(Baseline = true)]
    public int YamlDotNetEvents()
    {
        var parser = new Parser(new StringReader(Encoding.UTF8.GetString(document)));
        var events = 0;
        while (parser.MoveNext()) events++;
        return events;
    }

    [Benchmark]
    public SpecReadResult ApiSpecRead() => ApiSpecReader.Read(document, "openai-2.3.yaml");

    [Benchmark]
    public RawReadResult RawTree() => RawDocumentReader.Read(document, "openai-2.3.yaml");
}
