using System.Text;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>What the reader of a description calls unresolved is unresolved for the validator too, and never held against a value.</summary>
public sealed class OneResolverTests
{
    private const string Parts = """{"definitions":{"Leaf":{"type":"object","required":["l"],"properties":{"l":{"const":"leaf"}}}}}""";

    [Theory]
    [InlineData("./parts/defs.json#/definitions/Leaf", "required@body.l")]
    [InlineData("parts/defs.json#/definitions/Leaf", "required@body.l")]
    [InlineData("parts/../parts/defs.json#/definitions/Leaf", "required@body.l")]
    [InlineData(".\\parts\\defs.json#/definitions/Leaf", "unresolved-reference@body?")]
    [InlineData("parts\\defs.json#/definitions/Leaf", "unresolved-reference@body?")]
    [InlineData("./parts/defs.json#/definitions/Lief", "unresolved-reference@body?")]
    [InlineData("./Parts/defs.json#/definitions/Leaf", "unresolved-reference@body?")]
    [InlineData("https://example.com/defs.json#/definitions/Leaf", "unresolved-reference@body?")]
    [InlineData("http://json-schema.org/draft-07/schema#", "unresolved-reference@body?")]
    public void Validate_Reference_IsResolvedAsItsReaderDoes(string reference, string expected)
    {
        var spec = Read($$$"""{"a":{"$ref":"./parts/defs.json#/definitions/Leaf"},"b":{"$ref":{{{System.Text.Json.JsonSerializer.Serialize(reference)}}} } }""");
        var schema = spec.Document.Find("/components/schemas/b");
        spec.Resolve(schema).IsDefined.Should().Be(expected.StartsWith("required", StringComparison.Ordinal));
        Short(new SchemaSet(spec).For(schema).Validate("{}"u8.ToArray())).Should().Be(expected);
    }

    [Fact]
    public void Validate_UnresolvedDeepWithin_SaysWhere()
    {
        var spec = Read("""{"b":{"type":"object","properties":{"x":{"type":"array","items":{"$ref":"#/components/schemas/Gone"}},"y":{"type":"integer"}}}}""");
        var schema = new SchemaSet(spec).For(spec.Document.Find("/components/schemas/b"));
        Short(schema.Validate("""{"x":[1],"y":2}"""u8.ToArray())).Should().Be("unresolved-reference@body.x[0]?");
        Short(schema.Validate("""{"x":[1],"y":"z"}"""u8.ToArray())).Should().Be("unresolved-reference@body.x[0]? type@body.y");
        Short(schema.Validate("""{"y":2}"""u8.ToArray())).Should().BeEmpty();
        schema.IsValid("""{"x":[1],"y":2}"""u8).Should().BeTrue();
    }

    [Fact]
    public void Validate_IdentifiersAndAnchors_AreKnownAsToTheReader()
    {
        var spec = Read("""{"a":{"$id":"https://example.com/a","$defs":{"n":{"$anchor":"num","type":"integer"}}},"b":{"$ref":"https://example.com/a#num"},"c":{"$id":"https://example.com/c","properties":{"v":{"$ref":"#/components/schemas/d"}}},"d":{"type":"string"}}""");
        var schemas = new SchemaSet(spec);
        Short(schemas.For(spec.Document.Find("/components/schemas/b")).Validate("\"x\""u8.ToArray())).Should().Be("type@body");
        Short(schemas.For(spec.Document.Find("/components/schemas/c")).Validate("""{"v":1}"""u8.ToArray())).Should().Be("type@body.v");
    }

    private static ApiSpec Read(string schemas)
    {
        var text = $$$"""{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{{{schemas}}} } }""";
        var options = new SpecReadOptions { Source = name => name == "parts/defs.json" ? Encoding.UTF8.GetBytes(Parts) : null };
        return ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "api.json", options).Spec!;
    }
}
