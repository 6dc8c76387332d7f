namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Samples after the wire: spelled by our serializers, read and judged by our validator.</summary>
public sealed class SampleWireTests
{
    [Theory]
    [InlineData("{ steps: { style: deepObject, explode: true } }", "{ type: object, required: [steps], properties: { steps: { type: array, items: { type: object, required: [lines], properties: { lines: { type: array, items: { type: object, properties: { sku: { type: string } } } } } } } } }")]
    [InlineData("{ opts: { style: deepObject, explode: true } }", "{ type: object, required: [opts], properties: { opts: { type: object, required: [goods], properties: { goods: { anyOf: [{ type: array, items: { type: object, required: [prices, name], properties: { prices: { type: array, items: { type: string } }, name: { type: string } } } }, { type: string, enum: [''] }] } } } } }")]
    [InlineData("{}", "{ type: object, required: [tags, meta], properties: { tags: { type: array, items: { type: string } }, meta: { type: object, additionalProperties: { type: string } } } }")]
    [InlineData("{}", "{ type: object, required: [a], properties: { a: { type: array, items: { type: integer }, example: [] }, b: { type: string, nullable: true, example: null } } }")]
    public void ForBody_FormWithListsThatMayBeEmpty_HasAnItemInEach(string encoding, string schema)
    {
        var spec = Described.Read(Document("application/x-www-form-urlencoded", schema).Replace("encoding: {}", $"encoding: {encoding}", StringComparison.Ordinal));
        var tally = new SampleTally();
        new SampleWire("form", spec, tally).CheckRequest(spec.Operations[0], spec.Operations[0].RequestBody!.Content[0]);
        tally.Problems.Should().BeEmpty();
        tally.Found.Should().Be(1);
    }

    private static string Document(string carrier, string schema) => $$"""
        openapi: 3.0.3
        info: { title: t, version: "1" }
        paths:
          /a:
            post:
              requestBody: { required: true, content: { {{carrier}}: { encoding: {}, schema: {{schema}} } } }
              responses: { "200": { description: ok } }
        """;
}
