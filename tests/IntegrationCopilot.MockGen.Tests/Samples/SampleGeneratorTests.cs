using System.Text;
using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class SampleGeneratorTests
{
    [Theory]
    [InlineData("""{ "type": "integer", "const": 7 }""", "7")]
    [InlineData("""{ "type": "string", "enum": ["a", "b"] }""", "\"a\"")]
    [InlineData("""{ "type": "string", "default": "standard" }""", "\"standard\"")]
    [InlineData("""{ "type": "string", "examples": ["given"], "default": "standard" }""", "\"given\"")]
    [InlineData("""{ "type": "integer", "example": 5, "minimum": 10, "default": 12 }""", "12")]
    [InlineData("""{ "type": "object", "required": ["a"], "properties": { "a": { "const": 1 } }, "additionalProperties": false }""", """{"a":1}""")]
    [InlineData("""{ "type": "null" }""", "null")]
    public void Make_ValueGivenByTheDocument_IsTaken(string schema, string expected)
    {
        var (spec, node) = Described.Schema(schema);
        var sample = new SampleGenerator(spec).Make(node);
        Text(sample).Should().Be(expected);
        sample.Invented.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "type": "string", "format": "uuid" }""")]
    [InlineData("""{ "type": "string", "format": "date-time" }""")]
    [InlineData("""{ "type": "string", "minLength": 40, "maxLength": 41 }""")]
    [InlineData("""{ "type": "string", "pattern": "^[A-Z]{2}[0-9]{6}$", "maxLength": 8 }""")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": 0, "maximum": 0.5 }""")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" }, "minItems": 3, "uniqueItems": true }""")]
    [InlineData("""{ "type": "array", "contains": { "const": 3 }, "minContains": 2 }""")]
    [InlineData("""{ "type": "object", "minProperties": 2, "additionalProperties": { "type": "boolean" } }""")]
    [InlineData("""{ "type": "object", "propertyNames": { "pattern": "^x-" }, "minProperties": 1 }""")]
    [InlineData("""{ "oneOf": [{ "type": "object", "required": ["a"] }, { "type": "object", "required": ["b"] }] }""")]
    [InlineData("""{ "allOf": [{ "type": "object", "required": ["a"] }, { "properties": { "a": { "type": "string", "maxLength": 2 } } }] }""")]
    [InlineData("""{ "type": "object", "properties": { "kind": { "enum": ["x", "y"] } }, "required": ["kind"], "if": { "properties": { "kind": { "const": "x" } } }, "then": { "required": ["more"] } }""")]
    [InlineData("""{ "type": "object", "required": ["child"], "properties": { "child": { "anyOf": [{ "$ref": "#/components/schemas/S" }, { "type": "null" }] } } }""")]
    [InlineData("""{ "type": ["string", "null"], "not": { "maxLength": 3 } }""")]
    [InlineData("""{ "type": "object", "dependentRequired": { "card": ["cvc"] }, "properties": { "card": { "type": "string" } } }""")]
    public void Make_Schema_GivesAValueItAccepts(string schema)
    {
        var (spec, node) = Described.Schema(schema);
        var sample = new SampleGenerator(spec).Make(node);
        sample.Problem.Should().BeNull();
        new SchemaSet(spec).For(node).IsValid(sample.Json.Span).Should().BeTrue(Text(sample));
    }

    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 3, "maximum": 2 }""", "'maximum'")]
    [InlineData("""{ "type": "object", "required": ["child"], "properties": { "child": { "$ref": "#/components/schemas/S" } } }""", "finite")]
    [InlineData("false", "accepts nothing")]
    public void Make_SchemaWithoutValues_SaysWhy(string schema, string reason)
    {
        var (spec, node) = Described.Schema(schema);
        var sample = new SampleGenerator(spec).Make(node);
        sample.Found.Should().BeFalse();
        sample.Problem.Should().Contain(reason).And.Contain("test.yaml:1:");
    }

    [Fact]
    public void Make_PartsMadeUp_AreNamed()
    {
        var (spec, node) = Described.Schema(
            """{ "type": "object", "required": ["a/b", "status", "list"], "properties": { "a/b": { "type": "string" }, "status": { "enum": ["open"] }, "list": { "type": "array", "items": { "type": "integer" }, "minItems": 1 } } }""");
        new SampleGenerator(spec).Make(node).Invented.Should().Equal("/a~1b", "/list/0");
    }

    [Fact]
    public void Make_SameSeed_GivesSameBytes()
    {
        var (spec, node) = Described.Schema(
            """{ "type": "object", "required": ["name", "id"], "properties": { "name": { "type": "string" }, "id": { "type": "string", "format": "uuid" } } }""");
        var first = new SampleGenerator(spec, options: new SampleOptions { Seed = 4 });
        first.Make(node, name: "other");
        Text(first.Make(node)).Should().Be(Text(new SampleGenerator(spec, options: new SampleOptions { Seed = 4 }).Make(node)));
        Text(first.Make(node)).Should().NotBe(Text(new SampleGenerator(spec, options: new SampleOptions { Seed = 5 }).Make(node)));
    }

    [Fact]
    public void Make_OtherVariation_GivesAnotherValue()
    {
        var (spec, node) = Described.Schema("""{ "enum": ["a", "b", "c"] }""");
        var samples = new SampleGenerator(spec);
        Enumerable.Range(0, 3).Select(i => Text(samples.Make(node, variation: i))).Should().Equal("\"a\"", "\"b\"", "\"c\"");
    }

    [Fact]
    public void Make_Direction_LeavesOutWhatDoesNotTravelThatWay()
    {
        var (spec, node) = Described.Schema(
            """{ "type": "object", "required": ["id", "secret"], "properties": { "id": { "type": "string", "readOnly": true }, "secret": { "type": "string", "writeOnly": true } } }""");
        var samples = new SampleGenerator(spec);
        Names(samples.Make(node, MessageDirection.Request)).Should().Equal("secret");
        Names(samples.Make(node, MessageDirection.Response)).Should().Equal("id");
        Names(samples.Make(node)).Should().Equal("id", "secret");
    }

    [Fact]
    public void ForBody_Examples_FirstThatConformsIsTaken()
    {
        var spec = Described.Read("""
            openapi: 3.1.0
            info: { title: t, version: "1" }
            paths:
              /pets:
                get:
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema: { type: object, required: [id], properties: { id: { type: integer }, tag: { type: string } } }
                          examples:
                            stale: { value: { id: "one", tag: kept } }
                            good: { value: { id: 2 } }
                        application/vnd.broken+json:
                          schema: { type: object, required: [id], properties: { id: { type: integer }, tag: { type: string } } }
                          example: { id: "one", tag: kept }
            """);
        var content = spec.Operations[0].Responses[0].Content;
        var samples = new SampleGenerator(spec);
        var first = samples.ForBody(content[0], MessageDirection.Response);
        (Text(first), first.Origin, first.Example).Should().Be(("""{"id":2}""", SampleOrigin.Example, "good"));
        samples.ForBody(content[0], MessageDirection.Response, "stale").Problem.Should().Contain("'stale'").And.Contain("does not conform");
        samples.ForBody(content[0], MessageDirection.Response, "none").Problem.Should().Contain("'good'");
        var mended = samples.ForBody(content[1], MessageDirection.Response);
        mended.Origin.Should().Be(SampleOrigin.Generated);
        mended.ToElement().GetProperty("tag").GetString().Should().Be("kept");
        mended.Invented.Should().Equal("/id");
    }

    [Fact]
    public void Make_DeepAndRepeatedExamples_AreSurvived()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 90)) + string.Concat(Enumerable.Repeat("]", 90));
        var (spec, node) = Described.Schema(
            $$"""{ "type": "object", "properties": { "a": { "type": "string" } }, "example": { "a": 1, "a": "x", "b": {{deep}} } }""");
        new SampleGenerator(spec).Make(node).Found.Should().BeTrue();
    }

    private static string Text(SampleResult sample) => Encoding.UTF8.GetString(sample.Json.Span);

    private static IEnumerable<string> Names(SampleResult sample) => sample.ToElement().EnumerateObject().Select(p => p.Name);
}
