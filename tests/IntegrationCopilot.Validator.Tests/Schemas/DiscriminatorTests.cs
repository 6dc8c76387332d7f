using System.Text;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Values of discriminators that name no schema (OpenAPI 3.2.0, section 4.25).</summary>
public sealed class DiscriminatorTests
{
    private const string Shapes = """
        "Sq":{"type":"object","required":["kind","side"],"properties":{"kind":{"type":"string"},"side":{"type":"integer"}}},
        "Ci":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"},"r":{"type":"integer"}}},
        "Kitty":{"$ref":"#/components/schemas/Sq"},
        "a.b":{"type":"object","properties":{"kind":{"type":"string"}}}
        """;

    private const string Either = """[{"$ref":"#/components/schemas/Sq"},{"$ref":"#/components/schemas/Ci"}]""";

    [Theory]
    [InlineData("""{"kind":"Hex","r":1}""", "discriminator@body.kind")]
    [InlineData("""{"kind":"Hex","side":1}""", "discriminator@body.kind")]
    [InlineData("""{"kind":"Ci","side":1}""", "")]
    [InlineData("""{"kind":"Sq"}""", "required@body.side")]
    [InlineData("""{"kind":""}""", "discriminator@body.kind")]
    [InlineData("""{"kind":5}""", "discriminator@body.kind")]
    [InlineData("""{"side":1}""", "discriminator@body.kind")]
    public void Validate_ImplicitNames_NameTheAlternatives(string value, string expected)
    {
        foreach (var keyword in (string[])["oneOf", "anyOf"])
            foreach (var version in (string[])["3.0.3", "3.1.1", "3.2.0"])
                Judge($$$"""{"{{{keyword}}}":{{{Either}}} ,"discriminator":{"propertyName":"kind"} }""", value, version).Should()
                    .Be(expected, "{0} of {1}", keyword, version);
    }

    [Fact]
    public void Validate_UnknownValue_SaysWhichAreAllowed() =>
        Find($$$"""{"oneOf":{{{Either}}},"discriminator":{"propertyName":"kind"}}""", """{"kind":"Hex","side":1}""").Should().ContainSingle()
            .Which.Message.Should().Be("Must be one of \"Sq\" or \"Ci\", which name the alternatives, but is \"Hex\".");

    [Theory]
    [InlineData("""{"square":"Sq","circle":"#/components/schemas/Ci"}""", """{"kind":"square","side":1}""", "")]
    [InlineData("""{"square":"Sq","circle":"#/components/schemas/Ci"}""", """{"kind":"circle"}""", "")]
    [InlineData("""{"square":"Sq","circle":"#/components/schemas/Ci"}""", """{"kind":"Circle"}""", "discriminator@body.kind")]
    [InlineData("""{"square":"Kitty"}""", """{"kind":"square"}""", "required@body.side")]
    [InlineData("""{"1":"Sq","2":"Ci"}""", """{"kind":2}""", "type@body.kind")]
    [InlineData("""{"dotted":"a.b"}""", """{"kind":"dotted"}""", "")]
    public void Validate_Mapping_IsByNameOrByReference(string mapping, string value, string expected) =>
        Judge($$$"""{"oneOf":{{{Either}}},"discriminator":{"propertyName":"kind","mapping":{{{mapping}}} } }""", value).Should().Be(expected);

    [Theory]
    [InlineData("""{"kind":"Hex","r":1}""", "")]
    [InlineData("""{"r":1}""", "required@body.kind")]
    [InlineData("""{"kind":"Hex","r":"x"}""", "type@body.r")]
    [InlineData("""{"kind":"Sq"}""", "required@body.side")]
    public void Validate_DefaultMapping_TakesWhatNamesNothing(string value, string expected) =>
        Judge($$$"""{"oneOf":{{{Either}}},"discriminator":{"propertyName":"kind","defaultMapping":"Ci"}}""", value, "3.2.0").Should().Be(expected);

    [Theory]
    [InlineData("""{"kind":"Hex","extra":1}""", "")]
    [InlineData("""{"kind":"Hex"}""", "discriminator@body.kind")]
    public void Validate_AlternativeWithoutAName_LeavesTheChoiceOpen(string value, string expected) =>
        Judge("""{"oneOf":[{"$ref":"#/components/schemas/Sq"},{"type":"object","required":["extra"]}],"discriminator":{"propertyName":"kind"}}""", value)
            .Should().Be(expected);

    [Theory]
    [InlineData("""{"kind":"tri","height":1}""", "")]
    [InlineData("""{"kind":"tri"}""", "required@body.height")]
    [InlineData("""{"kind":"dot"}""", "")]
    [InlineData("""{"kind":"Tri","height":1}""", "enum@body.kind")]
    [InlineData("""{"kind":"hex","height":1}""", "discriminator@body.kind")]
    public void Validate_ValuesTheAlternativesList_NameThem(string value, string expected) =>
        Judge("""{"oneOf":[{"$ref":"#/components/schemas/Tri"},{"$ref":"#/components/schemas/Dot"}],"discriminator":{"propertyName":"kind"}}""", value, more: """
            ,"Tri":{"type":"object","required":["height"],"properties":{"kind":{"enum":["tri","triangle"]}}},"Dot":{"allOf":[{"type":"object","properties":{"kind":{"const":"dot"}}}]}
            """).Should().Be(expected);

    [Theory]
    [InlineData("""{"kind":"Sq","side":1}""", "")]
    [InlineData("""{"kind":"Bird"}""", "")]
    [InlineData("""{"kind":"Hex"}""", "discriminator@body.kind")]
    [InlineData("""{"kind":"Sq"}""", "required@body.side")]
    public void Validate_AlternativesWithin_AreNamedThrough(string value, string expected) =>
        Judge("""{"oneOf":[{"$ref":"#/components/schemas/Flat"},{"$ref":"#/components/schemas/Bird"}],"discriminator":{"propertyName":"kind"}}""", value, more: $$$"""
            ,"Flat":{"oneOf":{{{Either}}} ,"discriminator":{"propertyName":"kind"}},"Bird":{"type":"object","properties":{"kind":{"const":"Bird"} } }
            """).Should().Be(expected);

    [Theory]
    [InlineData("3.0.3", """{"propertyName":"kind"}""", """{"kind":"Dog"}""", "")]
    [InlineData("3.0.3", """{"propertyName":"kind"}""", """{"kind":"Puppy"}""", "")]
    [InlineData("3.0.3", """{"propertyName":"kind"}""", """{"kind":"Pet"}""", "")]
    [InlineData("3.0.3", """{"propertyName":"kind"}""", """{"kind":"Hex"}""", "discriminator@body.kind?")]
    [InlineData("3.1.1", """{"propertyName":"kind","mapping":{"d":"Dog"}}""", """{"kind":"d"}""", "")]
    [InlineData("3.2.0", """{"propertyName":"kind","defaultMapping":"Dog"}""", """{"kind":"Hex"}""", "")]
    public void Validate_SchemaOthersAreBuiltOn_WarnsOfNamesNobodyHas(string version, string discriminator, string value, string expected) =>
        Judge("""{"$ref":"#/components/schemas/Pet"}""", value, version, $$$"""
            ,"Pet":{"type":"object","properties":{"kind":{"type":"string"}},"discriminator":{{{discriminator}}} },"Dog":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"type":"object"}]},"Puppy":{"allOf":[{"$ref":"#/components/schemas/Dog"}]}
            """).Should().Be(expected);

    [Theory]
    [InlineData("Cat", "")]
    [InlineData("tabby", "")]
    [InlineData("Hex", "discriminator@body.kind?")]
    public void Validate_OpenApi20_KnowsTheNamesOfDerivedSchemas(string kind, string expected)
    {
        var text = """{"swagger":"2.0","info":{"title":"t","version":"1"},"paths":{},"definitions":{"Pet":{"type":"object","discriminator":"kind","required":["kind"],"properties":{"kind":{"type":"string"}}},"Cat":{"allOf":[{"$ref":"#/definitions/Pet"}]},"Tabby":{"x-ms-discriminator-value":"tabby","allOf":[{"$ref":"#/definitions/Cat"}]}}}""";
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "api.json").Spec!;
        Short(new SchemaSet(spec).For(spec.Document.Find("/definitions/Pet")).Validate(Encoding.UTF8.GetBytes($$"""{"kind":"{{kind}}"}"""))).Should()
            .Be(expected);
    }

    private static string Judge(string schema, string value, string version = "3.1.1", string more = "") => Short(Find(schema, value, version, more));

    private static IReadOnlyList<Finding> Find(string schema, string value, string version = "3.1.1", string more = "")
    {
        var spec = Described.Api($"\"paths\":{{}},\"components\":{{\"schemas\":{{{Shapes}{more},\"Judged\":{schema}}}}}", version);
        var compiled = new SchemaSet(spec).For(spec.Document.Find("/components/schemas/Judged"));
        var utf8 = Encoding.UTF8.GetBytes(value);
        var findings = compiled.Validate(utf8);
        compiled.IsValid(utf8).Should().Be(findings.All(f => f.Severity == FindingSeverity.Warning), "both evaluators agree on {0}", value);
        return findings;
    }
}
