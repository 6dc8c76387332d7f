using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Samples after the wire: spelled by our serializers, read and judged by our validator.</summary>
public sealed class SampleWireTests(ITestOutputHelper output)
{
    private static readonly Gen<(string Carrier, string Schema, string Version)> Anything =
        Gen.Elements(AnyCarrier.All)
            .SelectMany(carrier =>
            Gen.Elements("3.0.3", "3.1.0").SelectMany(version => AnySchema.Of(version == "3.1.0").Select(schema => (carrier, schema, version))));

    [Property(MaxTest = 1_500, EndSize = 60)]
    public Property For_AnySchemaAndCarrier_ArrivesOrSaysWhyNot() =>
        Prop.ForAll(Anything.ToArbitrary(), made =>
        {
            var tally = Sent(made.Carrier, made.Schema, made.Version);
            return (tally is { Broken: 0, Untold: 0, Asked: 1 }).Label($"{made.Version} {made.Carrier} {made.Schema}: {string.Join("; ", tally.Problems)}");
        });

    /// <summary>The property above would hold of a generator that never finds anything.</summary>
    [Fact]
    public void For_AnySchemaAndCarrier_IsFoundAsARule()
    {
        var tallies = Anything.Sample(3_000, new Rnd(7), 60).ToLookup(made => made.Carrier, made => Sent(made.Carrier, made.Schema, made.Version));
        foreach (var carrier in tallies) output.WriteLine($"{carrier.Key}: {carrier.Sum(t => t.Found)} of {carrier.Sum(t => t.Asked)}");
        tallies.Where(t => t.Key is "request application/json" or "answer application/json").SelectMany(t => t).Average(t => t.Found).Should()
            .BeGreaterThan(0.85);
        foreach (var carrier in tallies.Where(t => !AnyCarrier.IsNamed(t.Key))) carrier.Average(t => t.Found).Should().BeGreaterThan(0.3, carrier.Key);
    }

    [Theory]
    [InlineData("text/event-stream",
        "{ type: object, required: [data, retry], properties: { data: { type: string }, event: { enum: [ping] }, retry: { type: integer } } }")]
    [InlineData("application/jsonl", "{ type: object, required: [id], properties: { id: { type: integer, minimum: 7 } } }")]
    [InlineData("application/json-seq", "{ type: string, pattern: '^[a-z]{3}$' }")]
    public void ForBody_SequenceOfWhichOnlyItemsAreDescribed_HasSeveral(string type, string schema)
    {
        var spec = Described.Read($$"""
            openapi: 3.2.0
            info: { title: t, version: "1" }
            paths:
              /a:
                get:
                  responses: { "200": { description: ok, content: { {{type}}: { itemSchema: {{schema}} } } } }
            """);
        var (tally, operation) = (new SampleTally(), spec.Operations[0]);
        new WireTrip("sequence", spec, tally).CheckResponse(operation, operation.Responses[0], operation.Responses[0].Content[0]);
        tally.Problems.Should().BeEmpty();
        new SampleGenerator(spec).ForBody(operation.Responses[0].Content[0], MessageDirection.Response).ToElement().GetArrayLength().Should().Be(3);
    }

    [Theory]
    [InlineData("cookie ", """{"enum":["a b"]}""", "\"a b\"")]
    [InlineData("query ", """{"type":"array","items":{"type":"object","required":["k"],"properties":{"k":{"enum":["v,w"]}}}}""", """[{"k":"v,w"}]""")]
    [InlineData("header ", """{"type":"array","items":{"enum":["a=b"]}}""", """["a=b"]""")]
    [InlineData("path \"style\":\"label\",", """{"type":"array","items":{"enum":["1.5"]}}""", """["1.5"]""")]
    [InlineData("answer application/xml",
        """{"type":"object","required":["list"],"properties":{"list":{"type":"array","maxItems":0,"items":{"type":"string"}}}}""", """{"list":[]}""")]
    [InlineData("answer text/plain", """{"type":"string","maxLength":0}""", "\"\"")]
    public void For_ValueThatIsCarriedAtNeed_IsFound(string carrier, string schema, string expected)
    {
        var spec = Described.Read(AnyCarrier.Document(carrier, schema, "3.1.0"));
        var samples = new SampleGenerator(spec);
        var operation = spec.Operations[0];
        var sample = operation.Parameters is [var parameter, ..]
            ? samples.ForParameter(parameter)
            : samples.ForBody(operation.Responses[0].Content[0], MessageDirection.Response);
        sample.Problem.Should().BeNull();
        System.Text.Encoding.UTF8.GetString(sample.Json.Span).Should().Be(expected);
        Sent(carrier, schema, "3.1.0").Broken.Should().Be(0);
    }

    private static SampleTally Sent(string carrier, string schema, string version)
    {
        var spec = Described.Read(AnyCarrier.Document(carrier, schema, version));
        var tally = new SampleTally();
        var trip = new WireTrip("any", spec, tally);
        var operation = spec.Operations[0];
        if (operation.RequestBody is { } body) trip.CheckRequest(operation, body.Content[0]);
        else if (operation.Parameters.Count > 0) trip.CheckParameter(operation, operation.Parameters[0]);
        else if (operation.Responses[0].Content is [var media, ..]) trip.CheckResponse(operation, operation.Responses[0], media);
        else trip.CheckHeader(operation, operation.Responses[0], operation.Responses[0].Headers[0]);
        return tally;
    }

    [Theory]
    [InlineData("{ steps: { style: deepObject, explode: true } }",
        "{ type: object, required: [steps], properties: { steps: { type: array, items: { type: object, required: [lines], properties: { lines: { type: array, items: { type: object, properties: { sku: { type: string } } } } } } } } }")]
    [InlineData("{ opts: { style: deepObject, explode: true } }",
        "{ type: object, required: [opts], properties: { opts: { type: object, required: [goods], properties: { goods: { anyOf: [{ type: array, items: { type: object, required: [prices, name], properties: { prices: { type: array, items: { type: string } }, name: { type: string } } } }, { type: string, enum: [''] }] } } } } }")]
    [InlineData("{}",
        "{ type: object, required: [tags, meta], properties: { tags: { type: array, items: { type: string } }, meta: { type: object, additionalProperties: { type: string } } } }")]
    [InlineData("{}",
        "{ type: object, required: [a], properties: { a: { type: array, items: { type: integer }, example: [] }, b: { type: string, nullable: true, example: null } } }")]
    public void ForBody_FormWithListsThatMayBeEmpty_HasAnItemInEach(string encoding, string schema)
    {
        var spec = Described.Read(Document("application/x-www-form-urlencoded", schema)
            .Replace("encoding: {}", $"encoding: {encoding}", StringComparison.Ordinal));
        var tally = new SampleTally();
        new WireTrip("form", spec, tally).CheckRequest(spec.Operations[0], spec.Operations[0].RequestBody!.Content[0]);
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
