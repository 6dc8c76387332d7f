using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using Json.Schema;

namespace IntegrationCopilot.Validator.JsonSchemaNet.Tests;

/// <summary>Single schemas, converted.</summary>
public sealed class ConversionTests
{
    [Theory]
    [InlineData("3.0.3", """{"type":"string","nullable":true}""", """{"type":["string","null"]}""")]
    [InlineData("3.0.3", """{"type":"integer","minimum":1,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}""",
        """{"type":"integer","maximum":9,"exclusiveMinimum":1}""")]
    [InlineData("3.0.3", """{"$ref":"#/components/schemas/Pet","maxProperties":0}""",
        """{"$ref":"#/$defs/Pet","$defs":{"Pet":{"type":"object","properties":{"friend":{"$ref":"#/$defs/Pet"}}}}}""")]
    [InlineData("3.1.0", """{"$ref":"#/components/schemas/Pet","maxProperties":0}""",
        """{"$ref":"#/$defs/Pet","maxProperties":0,"$defs":{"Pet":{"type":"object","properties":{"friend":{"$ref":"#/$defs/Pet"}}}}}""")]
    [InlineData("3.1.0", """{"type":["string","null"],"const":"a","discriminator":{"propertyName":"kind"},"x-own":1}""",
        """{"type":["string","null"],"const":"a"}""")]
    [InlineData("3.1.0", "true", "true")]
    [InlineData("3.1.0", """{"$ref":"#/components/schemas/Nobody","minLength":1}""", """{"minLength":1}""")]
    [InlineData("3.1.0", """{"items":{"not":{"anyOf":[{"minimum":1},false]}},"patternProperties":{"^a":{"$ref":"#/components/schemas/Pet/properties/friend"}}}""",
        """{"items":{"not":{"anyOf":[{"minimum":1},false]}},"patternProperties":{"^a":{"$ref":"#/$defs/friend"}},"$defs":{"friend":{"$ref":"#/$defs/Pet"},"Pet":{"type":"object","properties":{"friend":{"$ref":"#/$defs/Pet"}}}}}""")]
    public void Bundle_Schema_StandsAloneIn202012(string version, string schema, string expected)
    {
        var spec = Spec(version, schema);
        var written = new SchemaBundle(spec).Write(Schema(spec));
        JsonNode.DeepEquals(written, JsonNode.Parse(expected)).Should().BeTrue(written.ToJsonString());
    }

    [Fact]
    public void ToJsonSchema_DynamicReference_IsRefusedWithItsPlace()
    {
        var spec = Spec("3.1.0", """{"items":{"$dynamicRef":"#node"},"$dynamicAnchor":"node"}""");
        spec.Invoking(s => s.ToJsonSchema(Schema(s))).Should().Throw<NotSupportedException>().WithMessage("*api.json*$dynamicRef*SchemaSet*");
    }

    [Theory]
    [InlineData("""{"type":"object","required":["id"]}""", "{}", false)]
    [InlineData("""{"type":"object","required":["id"]}""", """{"id":1}""", true)]
    [InlineData("true", "{}", true)]
    [InlineData("false", "{}", false)]
    public void ToCompiledSchema_Theirs_JudgesAsTheyDo(string schema, string value, bool isValid)
    {
        var theirs = JsonSchema.FromText(schema);
        using var document = JsonDocument.Parse(value);
        theirs.Evaluate(document.RootElement).IsValid.Should().Be(isValid);
        theirs.ToCompiledSchema().Schema!.IsValid(document.RootElement).Should().Be(isValid);
    }

    [Fact]
    public void ToJsonSchema_ParameterAndBody_AreThoseOfTheOperation()
    {
        var spec = Spec("3.0.3", """{"type":"string","minLength":2}""");
        using var shortText = JsonDocument.Parse("\"a\"");
        using var longText = JsonDocument.Parse("\"ab\"");
        foreach (var schema in new[] { spec.Operations[0].RequestBody!.Content[0].ToJsonSchema(spec), spec.Operations[0].Parameters[0].ToJsonSchema(spec) })
        {
            schema.Evaluate(shortText.RootElement).IsValid.Should().BeFalse();
            schema.Evaluate(longText.RootElement).IsValid.Should().BeTrue();
        }
    }

    private static RawNode Schema(ApiSpec spec) => spec.Operations[0].RequestBody!.Content[0].Schema;

    private static ApiSpec Spec(string version, string schema) => ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        {"openapi":"VERSION","info":{"title":"t","version":"1"},
        "paths":{"/pets":{"post":{"parameters":[{"name":"q","in":"query","schema":SCHEMA}],
          "requestBody":{"content":{"application/json":{"schema":SCHEMA}}},"responses":{"204":{"description":"ok"}}}}},
        "components":{"schemas":{"Pet":{"type":"object","properties":{"friend":{"$ref":"#/components/schemas/Pet"}}}}}}
        """.Replace("VERSION", version, StringComparison.Ordinal).Replace("SCHEMA", schema, StringComparison.Ordinal)), "api.json").Spec!;
}
