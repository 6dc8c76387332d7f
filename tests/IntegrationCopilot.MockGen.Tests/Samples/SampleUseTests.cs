using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Values that identify differ from use to use, the same way every time.</summary>
public sealed class SampleUseTests
{
    private const string Schema = """
        { "type": "object", "required": ["name", "email", "slug", "sku", "external_id", "number", "username", "reference", "firstName", "country", "ttl", "status"], "properties": {
          "name": { "type": "string" }, "email": { "type": "string", "format": "email" }, "slug": { "type": "string", "pattern": "^[a-z0-9-]+$", "maxLength": 20 }, "sku": { "type": "string", "example": "AB-1234" },
          "external_id": { "type": "string", "format": "uuid" }, "number": { "type": "integer" }, "username": { "type": "string", "maxLength": 12 }, "reference": { "type": "string", "pattern": "^INV-\\d{6}$" },
          "firstName": { "type": "string" }, "country": { "type": "string" }, "ttl": { "type": "integer" }, "status": { "enum": ["open", "closed"] } } }
        """;

    private static readonly string[] Identifying = ["name", "email", "slug", "sku", "external_id", "number", "username", "reference"];
    private static readonly string[] Plain = ["firstName", "country", "ttl", "status"];

    [Fact]
    public void ForUse_OtherUses_DifferInWhatIdentifies()
    {
        var (spec, node) = Described.Schema(Schema);
        var samples = new SampleGenerator(spec);
        var accepts = new SchemaSet(spec).For(node);
        var made = Enumerable.Range(0, 20).Select(i => samples.ForUse($"run 7, case {i}").Make(node)).ToList();
        made.All(m => m.Found && accepts.IsValid(m.ToElement())).Should().BeTrue();
        foreach (var name in Identifying) made.Select(m => m.ToElement().GetProperty(name).GetRawText()).Distinct().Should().HaveCount(20, name);
        foreach (var name in Plain) made.Select(m => m.ToElement().GetProperty(name).GetRawText()).Distinct().Should().HaveCount(1, name);
        made[0].Invented.Should().Contain("/sku");
    }

    [Fact]
    public void ForUse_SameUse_GivesTheSameBytes()
    {
        var (spec, node) = Described.Schema(Schema);
        Text(new SampleGenerator(spec).ForUse("a").Make(node)).Should()
            .Be(Text(new SampleGenerator(spec, options: new SampleOptions { Use = "a" }).Make(node)));
    }

    [Fact]
    public void ForBody_ExampleOfTheDocument_IsMadeFreshToo()
    {
        var spec = Described.Read("""
            openapi: 3.0.3
            info: { title: t, version: "1" }
            paths:
              /leases:
                post:
                  requestBody: { content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, ttl: { type: integer } } }, example: { name: lease-1, ttl: 60 } } } }
                  responses: { "200": { description: ok } }
            """);
        var media = spec.Operations[0].RequestBody!.Content[0];
        var samples = new SampleGenerator(spec);
        Text(samples.ForBody(media, MessageDirection.Request)).Should().Be("""{"name":"lease-1","ttl":60}""");
        var fresh = samples.ForUse("x").ForBody(media, MessageDirection.Request);
        fresh.ToElement().GetProperty("name").GetString().Should().StartWith("lease-1").And.NotBe("lease-1");
        fresh.ToElement().GetProperty("ttl").GetInt32().Should().Be(60);
        fresh.Invented.Should().Equal("/name");
    }

    private static string Text(SampleResult sample) => Encoding.UTF8.GetString(sample.Json.Span);
}
