using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Benchmarks.Validator;

/// <summary>A JSON request of 1 KB, all in (route, security, parameters, headers, body), against parsing its body alone.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class RequestBenchmarks
{
    private const string Document = """
        {"openapi":"3.1.1","info":{"title":"Orders","version":"1"},
         "paths":{"/customers/{customer}/orders":{"post":{
           "parameters":[{"name":"customer","in":"path","required":true,"schema":{"type":"string","maxLength":40}},{"name":"expand","in":"query","schema":{"type":"boolean"}},{"name":"Idempotency-Key","in":"header","required":true,"schema":{"type":"string"}}],
           "security":[{"bearer":[]}],
           "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Order"}}}},
           "responses":{"201":{"description":"created"}}}}},
         "components":{"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}},
          "schemas":{
           "Order":{"type":"object","required":["currency","items"],"properties":{"currency":{"enum":["EUR","USD","GBP"]},"note":{"type":"string","maxLength":200},"items":{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Item"}}},"additionalProperties":false},
           "Item":{"type":"object","required":["sku","quantity","price"],"properties":{"sku":{"type":"string","pattern":"^[A-Z]{3}-[0-9]{4}$"},"quantity":{"type":"integer","minimum":1},"price":{"type":"number","minimum":0},"gift":{"type":"boolean"}},"additionalProperties":false}}}}
        """;

    private MessageValidator validator = null!;
    private RecordedRequest request = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document), "orders.json").Spec!;
        validator = new MessageValidator(spec);
        var items = Enumerable.Range(0, 15).Select(i => $$"""{"sku":"ABC-{{i:D4}}","quantity":{{i + 1}},"price":{{i}}.95,"gift":false}""");
        var body = $$"""{"currency":"EUR","note":"Please ring twice.","items":[{{string.Join(',', items)}}]}""";
        request = new RecordedRequest
        {
            Method = "POST",
            Url = "/customers/c-81/orders?expand=true",
            Headers = [new("Content-Type", "application/json"), new("Idempotency-Key", "0f8fad5b"), new("Authorization", "Bearer abcdef")],
            Body = Encoding.UTF8.GetBytes(body),
        };
        if (!validator.ValidateRequest(request).IsValid) throw new InvalidOperationException("The request does not conform.");
    }

    [Benchmark(Baseline = true)]
    public JsonValueKind ParseBody()
    {
        using var document = JsonDocument.Parse(request.Body);
        return document.RootElement.ValueKind;
    }

    [Benchmark]
    public MessageVerdict ValidateRequest() => validator.ValidateRequest(request);
}
