using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Kinds of schemas that are hard to meet: each has values, so one must be found.</summary>
public sealed class SampleKindsTests
{
    public static TheoryData<string> Schemas { get; } =
    [
        // Lengths and patterns of formats.
        """{ "type": "string", "format": "email", "maxLength": 12 }""",
        """{ "type": "string", "format": "email", "minLength": 60, "maxLength": 60 }""",
        """{ "type": "string", "format": "email", "pattern": "@acme\\.org$" }""",
        """{ "type": "string", "format": "uri", "maxLength": 20 }""",
        """{ "type": "string", "format": "uri", "minLength": 90 }""",
        """{ "type": "string", "format": "uri", "pattern": "^urn:" }""",
        """{ "type": "string", "format": "uri", "pattern": "^https://[^/]+/callback$", "maxLength": 30 }""",
        """{ "type": "string", "format": "hostname", "maxLength": 6 }""",
        """{ "type": "string", "format": "hostname", "minLength": 120 }""",
        """{ "type": "string", "format": "ipv4", "pattern": "^10\\." }""",
        """{ "type": "string", "format": "ipv4", "maxLength": 7 }""",
        """{ "type": "string", "format": "ipv6", "minLength": 39 }""",
        """{ "type": "string", "format": "uuid", "pattern": "^[0-9a-f]{8}-0000-" }""",
        """{ "type": "string", "format": "date", "pattern": "-01$" }""",
        """{ "type": "string", "format": "date-time", "minLength": 24, "maxLength": 24 }""",
        """{ "type": "string", "format": "date-time", "pattern": "\\+\\d{2}:00$" }""",
        """{ "type": "string", "format": "time", "pattern": "^00:" }""",
        """{ "type": "string", "format": "duration", "minLength": 6 }""",
        """{ "type": "string", "format": "byte", "minLength": 100, "maxLength": 100 }""",
        """{ "type": "string", "format": "byte", "maxLength": 4 }""",
        """{ "type": "string", "contentEncoding": "base64", "minLength": 40, "maxLength": 43 }""",
        """{ "type": "string", "contentEncoding": "base64url", "maxLength": 3, "minLength": 2 }""",
        """{ "type": "string", "format": "json-pointer", "minLength": 30 }""",
        """{ "type": "string", "format": "regex", "maxLength": 3 }""",
        // Patterns.
        """{ "type": "string", "pattern": "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{8,}$" }""",
        """{ "type": "string", "pattern": "^(?=.*[A-Z])(?=.*[^A-Za-z0-9]).*$", "minLength": 12, "maxLength": 12 }""",
        """{ "allOf": [{ "type": "string", "pattern": "^a" }, { "pattern": "z$" }, { "pattern": "\\d{3}" }] }""",
        """{ "type": "string", "pattern": "^(\\w{3})-\\1$" }""",
        """{ "type": "string", "pattern": "^.*$", "minLength": 5000 }""",
        // Numbers.
        """{ "type": "integer", "minimum": 9007199254740993, "maximum": 9007199254740993 }""",
        """{ "type": "integer", "minimum": 1e30 }""",
        """{ "type": "number", "exclusiveMinimum": 0.1, "exclusiveMaximum": 0.1000001 }""",
        """{ "type": "number", "multipleOf": 0.01, "minimum": 0.015, "maximum": 0.025 }""",
        """{ "type": "integer", "multipleOf": 7, "allOf": [{ "multipleOf": 11 }, { "minimum": 1000000000000000001 }] }""",
        """{ "type": "number", "not": { "type": "integer" } }""",
        """{ "type": "integer", "not": { "multipleOf": 2 }, "minimum": 10 }""",
        """{ "type": "number", "not": { "minimum": 0 } }""",
        """{ "type": "integer", "not": { "enum": [1, 2, 3] }, "minimum": 1, "maximum": 4 }""",
        // Negations.
        """{ "not": { "type": "string" } }""",
        """{ "not": { "type": ["string", "object", "number"] } }""",
        """{ "type": "string", "not": { "pattern": "^[a-z]" } }""",
        """{ "type": "string", "not": { "maxLength": 9 } }""",
        """{ "type": "string", "not": { "const": "" }, "maxLength": 1 }""",
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "not": { "required": ["a"] } }""",
        """{ "type": "object", "properties": { "a": { "enum": ["x", "y"] } }, "not": { "properties": { "a": { "const": "x" } } } }""",
        """{ "type": "object", "properties": { "a": {}, "b": {} }, "not": { "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] } }""",
        """{ "not": { "not": { "type": "array", "minItems": 2 } } }""",
        """{ "type": "array", "items": { "type": "integer" }, "not": { "contains": { "minimum": 5 } }, "minItems": 1 }""",
        """{ "type": "array", "not": { "uniqueItems": true } }""",
        """{ "type": "array", "not": { "items": { "type": "string" } } }""",
        """{ "type": "object", "not": { "additionalProperties": { "type": "string" } } }""",
        """{ "type": "object", "not": { "maxProperties": 2 } }""",
        """{ "not": { "allOf": [{ "type": "object" }, { "required": ["a"] }] } }""",
        // What members bring with them.
        """{ "type": "object", "required": ["a"], "properties": { "a": { "const": 1 } }, "dependentSchemas": { "a": { "required": ["w"], "properties": { "w": { "const": 2 } } } } }""",
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "dependentRequired": { "a": ["b"], "b": ["c"] } }""",
        """{ "type": "object", "required": ["a"], "dependentRequired": { "a": ["b"] }, "properties": { "a": {}, "b": { "type": "integer" } }, "additionalProperties": false }""",
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": false }, "dependentRequired": { "a": ["b"] } }""",
        """{ "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["a", "b"] } }, "if": { "properties": { "kind": { "const": "a" } } }, "then": false }""",
        """{ "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" } }, "if": { "properties": { "n": { "minimum": 0 } } }, "then": { "required": ["m"] }, "else": { "required": ["k"] }, "maxProperties": 2 }""",
        """{ "oneOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "object", "properties": { "b": { "type": "string" } }, "required": ["b"] }] }""",
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "patternProperties": { "^x-": { "type": "integer" } }, "additionalProperties": false, "minProperties": 3 }""",
        """{ "type": "object", "propertyNames": { "pattern": "^[A-Z]{3}$", "maxLength": 3 }, "additionalProperties": { "type": "number" }, "minProperties": 2 }""",
        """{ "allOf": [{ "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "string" } } }], "type": "object", "unevaluatedProperties": false, "required": ["a", "b"] }""",
        """{ "type": "object", "anyOf": [{ "properties": { "a": true } }], "unevaluatedProperties": { "type": "integer" }, "minProperties": 3 }""",
        """{ "oneOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "allOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "integer" } } }] }] }""",
        // Lists.
        """{ "type": "array", "prefixItems": [{ "const": 1 }, { "type": "string" }], "items": false }""",
        """{ "type": "array", "prefixItems": [{ "const": 1 }], "unevaluatedItems": false }""",
        """{ "type": "array", "contains": { "const": 3 }, "minContains": 2, "maxContains": 2, "minItems": 4 }""",
        """{ "type": "array", "allOf": [{ "contains": { "const": 1 } }, { "contains": { "const": 2 } }] }""",
        """{ "type": "array", "items": { "enum": ["a", "b", "c"] }, "uniqueItems": true, "minItems": 3 }""",
        """{ "type": "array", "items": { "type": "object", "required": ["a", "b"], "properties": { "a": { "enum": [1, 2] }, "b": { "enum": [1, 2] } }, "additionalProperties": false }, "uniqueItems": true, "minItems": 4 }""",
        """{ "type": "array", "items": { "type": "boolean" }, "uniqueItems": true, "minItems": 2 }""",
        """{ "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 4 }, "uniqueItems": true, "minItems": 4 }""",
        // Of all kinds, further away.
        """{ "type": "string", "format": "hostname", "minLength": 250, "maxLength": 253 }""",
        """{ "type": "string", "format": "ipv6", "maxLength": 3 }""",
        """{ "type": "string", "format": "iri", "maxLength": 9 }""",
        """{ "type": "string", "format": "uri-template", "maxLength": 4 }""",
        """{ "type": "string", "format": "uri-reference", "maxLength": 1, "minLength": 1 }""",
        """{ "type": "string", "format": "uri", "pattern": "\\.(png|jpe?g)$", "maxLength": 24 }""",
        """{ "type": "string", "format": "uri", "pattern": "^ftp://.+:\\d+/" }""",
        """{ "type": "string", "format": "time", "maxLength": 9 }""",
        """{ "type": "string", "format": "time", "pattern": "\\.\\d{3}Z$" }""",
        """{ "type": "string", "format": "date-time", "maxLength": 20 }""",
        """{ "type": "string", "format": "date-time", "pattern": "^\\d{4}-12-.*-05:00$" }""",
        """{ "type": "string", "format": "date", "pattern": "^19" }""",
        """{ "type": "string", "format": "date", "pattern": "-(29|30)$" }""",
        """{ "type": "string", "format": "uuid", "pattern": "^[0-9A-F-]+$" }""",
        """{ "type": "string", "format": "duration", "maxLength": 3 }""",
        """{ "type": "string", "format": "duration", "pattern": "^PT.*M.*S$" }""",
        """{ "type": "string", "format": "email", "pattern": "^[^.]+@[^.]+\\.edu$", "maxLength": 16 }""",
        """{ "type": "string", "format": "relative-json-pointer", "minLength": 24 }""",
        """{ "type": "string", "format": "regex", "pattern": "\\\\d" }""",
        """{ "type": "string", "format": "byte", "pattern": "==$" }""",
        """{ "type": "string", "format": "byte", "minLength": 7, "maxLength": 9 }""",
        """{ "type": "string", "format": "byte", "maxLength": 3 }""",
        """{ "type": "string", "contentEncoding": "base64", "pattern": "^[A-Z]+$", "minLength": 16 }""",
        """{ "type": "string", "contentEncoding": "base64url", "minLength": 10, "maxLength": 10 }""",
        """{ "type": "string", "pattern": "^(?=.{8,20}$)(?=.*?[#?!@$%^&*-])(?=.*?[0-9])(?!.*\\s)" }""",
        """{ "type": "string", "pattern": "^(?!.*(.)\\1)[a-z]{5}$" }""",
        """{ "type": "string", "pattern": "^(?=[^\\d]*\\d\\D*$).{6}$" }""",
        """{ "type": "string", "pattern": "^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{1,8}(?<!-)$", "minLength": 8 }""",
        """{ "type": "string", "pattern": "^((?!secret).)+$", "minLength": 20 }""",
        """{ "type": "string", "pattern": "(?=^.{3,5}$)(^a.*z$)" }""",
        """{ "type": "string", "pattern": "^\\S+\\b-\\b\\S+$" }""",
        """{ "type": "string", "pattern": "^[\\u4e00-\\u9fa5]{2}$" }""",
        """{ "type": "string", "pattern": "^(?:19|20)\\d{2}(?=-)-\\d\\d$" }""",
        """{ "type": "integer", "exclusiveMinimum": 18446744073709551615 }""",
        """{ "type": "integer", "exclusiveMinimum": 9007199254740992, "exclusiveMaximum": 9007199254740994 }""",
        """{ "type": "integer", "format": "int64", "minimum": 9223372036854775807 }""",
        """{ "type": "integer", "multipleOf": 9007199254740993, "minimum": 1 }""",
        """{ "type": "integer", "maximum": -9007199254740993 }""",
        """{ "type": "integer", "minimum": -10000000000000000000000001, "maximum": -10000000000000000000000001 }""",
        """{ "type": "number", "multipleOf": 0.001, "exclusiveMinimum": 1.234, "exclusiveMaximum": 1.236 }""",
        """{ "type": "number", "multipleOf": 1e-8, "minimum": 1e-8, "maximum": 1e-8 }""",
        """{ "type": "string", "not": { "format": "email" }, "minLength": 3 }""",
        """{ "type": "string", "not": { "anyOf": [{ "pattern": "^a" }, { "pattern": "z$" }, { "maxLength": 4 }] } }""",
        """{ "not": { "oneOf": [{ "type": "string" }, { "type": "number" }] } }""",
        """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "not": { "required": ["a", "b"] } }""",
        """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "object", "properties": { "b": { "enum": [1, 2] } } } }, "not": { "properties": { "a": { "properties": { "b": { "const": 1 } } } } } }""",
        """{ "type": "array", "items": { "type": "integer" }, "not": { "minItems": 1 } }""",
        """{ "type": "array", "not": { "maxItems": 2 }, "items": { "enum": ["a", "b"] } }""",
        """{ "type": "object", "not": { "propertyNames": { "pattern": "^[a-z]+$" } } }""",
        """{ "type": "object", "properties": { "a": {} }, "not": { "patternProperties": { "^x": { "type": "string" } } } }""",
        """{ "type": ["string", "integer"], "not": { "type": "string", "minLength": 3 } }""",
        """{ "enum": ["a", "b", "c"], "not": { "enum": ["a", "b"] } }""",
        """{ "type": "boolean", "not": { "const": true } }""",
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "dependentSchemas": { "a": { "dependentSchemas": { "b": { "required": ["c"] } }, "required": ["b"] } } }""",
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "dependentSchemas": { "a": false } }""",
        """{ "type": "object", "required": ["card"], "properties": { "card": { "type": "string" }, "address": { "type": "string" } }, "dependentSchemas": { "card": { "properties": { "address": { "minLength": 40 } }, "required": ["address"] } }, "additionalProperties": false }""",
        """{ "type": "object", "properties": { "kind": { "enum": ["a", "b"] } }, "required": ["kind"], "dependentSchemas": { "kind": { "if": { "properties": { "kind": { "const": "a" } } }, "then": { "required": ["x"] }, "else": { "required": ["y"] } } }, "maxProperties": 2 }""",
        """{ "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 12 }, "uniqueItems": true, "minItems": 12 }""",
        """{ "type": "array", "items": { "type": "string", "pattern": "^[ab]{2}$" }, "uniqueItems": true, "minItems": 4 }""",
        """{ "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 400 }, "uniqueItems": true, "minItems": 300 }""",
        """{ "type": "array", "contains": { "type": "string" }, "items": { "type": ["string", "integer"] }, "minContains": 2, "maxContains": 2, "minItems": 5 }""",
        """{ "type": "array", "items": { "type": "integer" }, "contains": { "multipleOf": 5 }, "minContains": 3, "uniqueItems": true }""",
        """{ "type": "object", "minProperties": 12, "maxProperties": 12, "additionalProperties": { "type": "boolean" } }""",
        """{ "type": "object", "propertyNames": { "enum": ["x", "y"] }, "minProperties": 2 }""",
        """{ "type": "object", "propertyNames": { "format": "uuid" }, "additionalProperties": { "type": "integer" }, "minProperties": 1 }""",
        """{ "oneOf": [{ "type": "integer", "multipleOf": 2 }, { "type": "integer", "multipleOf": 3 }] }""",
        """{ "oneOf": [{ "required": ["a"] }, { "required": ["b"] }], "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""",
        """{ "anyOf": [{ "required": ["a"] }, { "required": ["b"] }], "type": "object", "additionalProperties": { "type": "string" }, "maxProperties": 1 }""",
        """{ "allOf": [{ "oneOf": [{ "const": 1 }, { "const": 2 }] }, { "oneOf": [{ "const": 2 }, { "const": 3 }] }] }""",
        // Types.
        """{ "type": ["string", "null"], "format": "uuid" }""",
        """{ "enum": [null, 5] }""",
        """{ "enum": [{ "a": [] }] }""",
        """{ "const": null }""",
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Make_HardSchema_GivesAValueItAccepts(string schema)
    {
        var (spec, node) = Described.Schema(schema);
        var accepts = new SchemaSet(spec).For(node);
        foreach (var seed in Enumerable.Range(0, 3))
        {
            var sample = new SampleGenerator(spec, options: new SampleOptions { Seed = seed }).Make(node);
            sample.Problem.Should().BeNull($"seed {seed} gave {Text(sample)}");
            accepts.IsValid(sample.Json.Span).Should().BeTrue(Text(sample));
        }
    }

    [Theory]
    [InlineData("""{ "type": ["integer", "string"], "format": "int32", "pattern": "^-?(?:0|[1-9]\\d*)$" }""", "^-?[0-9]+$")]
    [InlineData("""{ "type": ["string", "integer"], "format": "int64" }""", "^-?[0-9]+$")]
    [InlineData("""{ "type": ["null", "string"] }""", "^\".+\"$")]
    [InlineData("""{ "type": "string", "contentEncoding": "base64", "minLength": 8, "maxLength": 8 }""", "^\"[A-Za-z0-9+/]{6,8}={0,2}\"$")]
    [InlineData("""{ "enum": ["a", "b"] }""", "^\"a\"$")]
    public void Make_SeveralForms_GivesTheNaturalOne(string schema, string expected)
    {
        var (spec, node) = Described.Schema(schema);
        Text(new SampleGenerator(spec).Make(node)).Should().MatchRegex(expected);
    }

    [Theory]
    [InlineData("""{ "type": "string", "nullable": true, "example": null }""", "null")]
    [InlineData("""{ "type": "string", "nullable": true, "default": null }""", "null")]
    [InlineData("""{ "type": "string", "default": "" }""", "\"\"")]
    [InlineData("""{ "type": "string", "example": "" }""", "\"\"")]
    [InlineData("""{ "type": "integer", "default": 0 }""", "0")]
    [InlineData("""{ "type": "boolean", "example": false }""", "false")]
    [InlineData("""{ "type": "array", "items": { "type": "string" }, "default": [] }""", "[]")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "example": {} }""", "{}")]
    public void Make_GivenValueThatLooksEmpty_IsKept(string schema, string expected)
    {
        var (spec, node) = Described.Schema(schema, "3.0.3");
        Text(new SampleGenerator(spec).Make(node)).Should().Be(expected);
    }

    [Theory]
    [InlineData("int32")]
    [InlineData("int64")]
    [InlineData("int16")]
    public void Make_WholeNumberOfAFormat_IsNotTheLeastOne(string format)
    {
        var (spec, node) = Described.Schema($$"""{ "type": "integer", "format": "{{format}}" }""");
        foreach (var seed in Enumerable.Range(0, 20))
            new SampleGenerator(spec, options: new SampleOptions { Seed = seed }).Make(node).ToElement().GetInt64().Should().BeInRange(1, 1_000);
    }

    [Fact]
    public void Make_NullThatTheSchemaRefuses_IsPassedOver()
    {
        var (spec, node) = Described.Schema("""{ "type": "string", "example": null, "default": null }""", "3.0.3");
        Text(new SampleGenerator(spec).Make(node)).Should().StartWith("\"");
    }

    [Fact]
    public void Make_Generic_FollowsTheDynamicReference()
    {
        var spec = Described.Read("""
            openapi: 3.1.0
            info: { title: t, version: "1" }
            paths: {}
            components:
              schemas:
                User: { type: object, required: [nick], properties: { nick: { const: bo } } }
                Paged: { $id: paged, type: object, required: [items], properties: { items: { type: array, minItems: 1, items: { $dynamicRef: "#T" } } }, $defs: { T: { $dynamicAnchor: T, not: true } } }
                PagedUser: { $id: paged-user, $ref: paged, $defs: { T: { $dynamicAnchor: T, $ref: "test.yaml#/components/schemas/User" } } }
            """);
        Text(new SampleGenerator(spec).Make(spec.Document.Find("/components/schemas/PagedUser"))).Should().Be("""{"items":[{"nick":"bo"}]}""");
    }

    private static string Text(SampleResult sample) => Encoding.UTF8.GetString(sample.Json.Span);
}
