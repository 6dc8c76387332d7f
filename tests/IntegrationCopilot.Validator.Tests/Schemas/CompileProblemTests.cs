using System.Text;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

public sealed class CompileProblemTests
{
    [Theory]
    [InlineData("""{"type":"strng"}""", "schema-unknown-type", "/type")]
    [InlineData("""{"pattern":"[a"}""", "schema-bad-pattern", "/pattern")]
    [InlineData("""{"$ref":"#/nowhere"}""", "schema-unresolved-reference", "/$ref")]
    [InlineData("""{"$ref":"http://example.com/other.json"}""", "schema-unresolved-reference", "/$ref")]
    [InlineData("""{"$ref":"#"}""", "schema-endless-recursion", "/$ref")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"$ref":"#"}}}""", "schema-endless-recursion", "/$defs/a/$ref")]
    [InlineData("""{"$schema":"http://example.com/draft-99"}""", "schema-unknown-dialect", "/$schema")]
    [InlineData("""{"minLength":"3"}""", "schema-keyword-type", "/minLength")]
    [InlineData("""{"items":7}""", "schema-not-a-schema", "/items")]
    [InlineData("""{"multipleOf":0}""", "", "/multipleOf")]
    public void Compile_BrokenSchema_IsAProblemWithItsPlace(string schema, string id, string pointer)
    {
        var result = Compile(schema);
        result.Schema.Should().BeNull();
        result.Problems.Should().Contain(p => p.Severity == ProblemSeverity.Error && p.Location.Pointer == pointer && (id.Length == 0 || p.Id == id));
        result.Problems.Should().OnlyContain(p => p.Location.Line == 1 && p.Location.Column > 0 && p.Message.Length > 10);
    }

    [Theory]
    [InlineData("""{"minLength":3,"maxLength":2}""")]
    [InlineData("""{"minimum":3,"maximum":2}""")]
    [InlineData("""{"minItems":3,"maxItems":2}""")]
    [InlineData("""{"minProperties":3,"maxProperties":2}""")]
    [InlineData("""{"type":"string","const":1}""")]
    [InlineData("""{"required":["a"],"additionalProperties":false}""")]
    public void Compile_SchemaThatNothingMeets_IsWarnedOf(string schema)
    {
        var result = Compile(schema);
        result.Schema.Should().NotBeNull();
        result.Problems.Should().ContainSingle().Which.Severity.Should().Be(ProblemSeverity.Warning);
    }

    [Fact]
    public void Compile_SkippingBrokenKeywords_KeepsTheOthers()
    {
        var schema = Compile("""{"pattern":"[a","minLength":2}""", new SchemaOptions { SkipBrokenKeywords = true }).Schema!;
        schema.IsValid("\"a\""u8).Should().BeFalse();
        schema.IsValid("\"ab\""u8).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"type":"object","required":["id"]}""", "{}", false)]
    [InlineData("""{"type":"object","required":["id"]}""", """{"id":1}""", true)]
    [InlineData("type: object\nrequired: [id]", "{}", false)]
    [InlineData("type: object\nrequired: [id]", """{"id":1}""", true)]
    public void FromText_JsonOrYaml_Judges(string text, string value, bool isValid) =>
        CompiledSchema.FromText(text).Schema!.IsValid(Encoding.UTF8.GetBytes(value)).Should().Be(isValid);

    [Theory]
    [InlineData("")]
    [InlineData("""{"type":""")]
    [InlineData("""{"type":"strng"}""")]
    public void FromText_Broken_IsAProblemAndNoSchema(string text)
    {
        var result = CompiledSchema.FromText(text);
        result.Schema.Should().BeNull();
        result.Problems.Should().Contain(p => p.Severity == ProblemSeverity.Error && p.Location.Line == 1);
    }

    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/Pet"}""", true)]
    [InlineData("""{"$ref":"pets.yaml#/Pet"}""", true)]
    [InlineData("""{"$ref":"#/$defs/nowhere"}""", false)]
    [InlineData("""{"$ref":"http://example.com/other.json"}""", false)]
    public void FromText_ReferenceThatOnlyADocumentCouldFollow_PointsToTheSetOfSchemas(string text, bool points) =>
        CompiledSchema.FromText(text).Problems.Should().ContainSingle().Which.Message.Contains("SchemaSet.For", StringComparison.Ordinal).Should().Be(points);

    [Fact]
    public void Compile_PartOfADocument_PointsToTheSetOfSchemas()
    {
        var document = RawDocumentReader.Read("""{"x":{"$ref":"#/y"},"y":{"type":"string"}}"""u8.ToArray(), "parts.json").Document!;
        CompiledSchema.Compile(document.Root["x"]).Problems.Should().ContainSingle().Which.Message.Should().Contain("SchemaSet.For");
    }

    [Fact]
    public void Compile_SchemaNestedTenThousandLevels_EndsWithoutException()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"not":""", 10_000)) + "{}" + new string('}', 10_000);
        var read = RawDocumentReader.Read(Encoding.UTF8.GetBytes(deep), "deep.json");
        if (read.Document is not { } document) return;
        var schema = CompiledSchema.Compile(document.Root).Schema!;
        schema.Invoking(s => s.IsValid("1"u8)).Should().NotThrow();
    }

    [Fact]
    public void Compile_Random_NeverThrows()
    {
        string[] keywords = ["type", "enum", "const", "$ref", "$id", "$anchor", "$dynamicRef", "$schema", "items", "properties", "required", "pattern",
            "patternProperties", "allOf", "oneOf", "not", "if", "minLength", "multipleOf", "dependentRequired", "discriminator", "format", "nullable",
            "definitions", "$vocabulary"];
        string[] values = ["null", "true", "7", "-1", "1e999", "\"x\"", "\"#\"", "\"[\"", "\"string\"", "[]", "[1]", "[\"a\"]", "[[]]", "{}", "{\"a\":1}",
            "{\"a\":{\"$ref\":\"#\"}}", "[{\"$ref\":\"#\"}]", "\"http://[\"", "\"#/%zz\""];
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var members = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(keywords.Length)).Distinct()
                .Select(k => $"\"{keywords[k]}\":{values[random.Next(values.Length)]}");
            var text = $"{{{string.Join(',', members)}}}";
            foreach (var dialect in Enum.GetValues<SchemaDialect>())
            {
                var schema = Compile(text, new SchemaOptions { Dialect = dialect, SkipBrokenKeywords = true }).Schema!;
                schema.Invoking(s => s.Validate("""{"a":[1,"x",null]}"""u8.ToArray())).Should().NotThrow(text);
            }
        }
    }
}
