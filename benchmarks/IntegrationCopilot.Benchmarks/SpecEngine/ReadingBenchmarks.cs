using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using IntegrationCopilot.SpecEngine;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
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

/// <summary>Reading the largest YAML document of the corpus that YamlDotNet alone can read, against its events and against Microsoft.OpenApi with its reader of
/// YAML.</summary>
[MemoryDiagnoser]
public class YamlReadingBenchmarks
{
    private readonly byte[] document = Corpus.Bytes("specs/github-api-1.1.4.yaml");

    [Benchmark(Baseline = true)]
    public int YamlDotNetEvents()
    {
        var parser = new Parser(new StringReader(Encoding.UTF8.GetString(document)));
        var events = 0;
        while (parser.MoveNext()) events++;
        return events;
    }

    [Benchmark]
    public SpecReadResult ApiSpecRead() => ApiSpecReader.Read(document, "github-api-1.1.4.yaml");

    [Benchmark]
    public RawReadResult RawTree() => RawDocumentReader.Read(document, "github-api-1.1.4.yaml");

    [Benchmark]
    public OpenApiDocument? MicrosoftOpenApi()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        using var stream = new MemoryStream(document);
        return OpenApiDocument.Load(stream, "yaml", settings).Document;
    }
}

/// <summary>How the cost grows: a description of that many paths, each with two operations and a schema.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private byte[] document = [];

    [Params(2_000, 4_000, 8_000)]
    public int Paths { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var text = new StringBuilder("""{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{""");
        for (var i = 0; i < Paths; i++)
            text.Append(i == 0 ? "" : ",").Append("""
                "/r#/{id}":{"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
                "get":{"operationId":"get#","responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"@S#"}}}}}},
                "put":{"operationId":"put#","requestBody":{"content":{"application/json":{"schema":{"$ref":"@S#"}}}},"responses":{"204":{"description":"ok"}}}}
                """.Replace("#", $"{i}", StringComparison.Ordinal));
        text.Append("},\"components\":{\"schemas\":{");
        for (var i = 0; i < Paths; i++)
            text.Append(i == 0 ? "" : ",").Append($"\"S{i}\":")
                .Append("""{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"next":{"$ref":"@S0"}}}""");
        text.Replace("@", "#/components/schemas/");
        document = Encoding.UTF8.GetBytes(text.Append("}}}").ToString());
    }

    [Benchmark]
    public SpecReadResult ApiSpecRead() => ApiSpecReader.Read(document, "generated.json");
}
