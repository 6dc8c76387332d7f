using System.Text;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

public sealed class FindingTests
{
    private const string Order = """
        {
          "type": "object",
          "required": ["items"],
          "properties": {
            "items": {
              "type": "array",
              "items": { "properties": { "amount": { "type": "integer", "minimum": 1 }, "a b": { "const": 1 } } }
            },
            "password": { "type": "string", "pattern": "^x" },
            "currency": { "enum": ["EUR", "USD"] }
          },
          "additionalProperties": false
        }
        """;

    [Fact]
    public void Validate_Finding_SaysWhatWhereAndWhyInBothDocuments()
    {
        var finding = Validate(Order, """{"items":[{},{},{"amount":0}]}""").Should().ContainSingle().Subject;
        finding.Should()
            .BeEquivalentTo(new { Code = "minimum", Where = "body.items[2].amount", Pointer = "/items/2/amount", Message = "Must be 1 or more, but is 0.",
            Expected = "1 or more", Actual = "0" });
        (finding.Source!.Document, finding.Source.Pointer, finding.Source.Line).Should()
            .Be(("schema.json", "/properties/items/items/properties/amount/minimum", 7));
    }

    [Theory]
    [InlineData("[]", "type@body", "Must be of type object, but is an empty array.")]
    [InlineData("{}", "required@body.items", "'items' is required but missing.")]
    [InlineData("""{"items":"5"}""", "type@body.items", "Must be of type array, but is the string \"5\".")]
    [InlineData("""{"items":[],"currncy":"EUR"}""", "additional-properties@body.currncy",
        "'currncy' is not described, and undescribed properties are not allowed here. Is 'currency' meant?")]
    [InlineData("""{"items":[],"currency":"eur"}""", "enum@body.currency", "Must be one of \"EUR\" or \"USD\", but is \"eur\".")]
    [InlineData("""{"items":[{"a b":2}]}""", "const@body.items[0][\"a b\"]", "Must be 1, but is 2.")]
    [InlineData("""{"items":[],"password":"hunter2"}""", "pattern@body.password", "Must match the pattern ^x, but is a string that is not shown.")]
    [InlineData("", "truncated@body", "The text is empty; a JSON value is expected.")]
    [InlineData("{\"items\":\n [1,]}", "not-json@body", "The text is not JSON at line 2, column 5: a value is expected.")]
    [InlineData("""{"items":[]""", "truncated@body", "The JSON text ends at line 1, column 12 before the value is complete.")]
    [InlineData("""{"items":[],"items":[]}""", "repeated-name@body.items",
        "The member name 'items' repeats. Readers disagree on which one counts (RFC 8259, section 4); send it once.")]
    public void Validate_WrongValue_IsToldInASentenceToActOn(string instance, string expected, string message)
    {
        var findings = Validate(Order, instance);
        Short(findings).Should().Be(expected);
        findings[0].Message.Should().Be(message);
    }

    [Theory]
    [InlineData("""{"multipleOf":0.01}""", "19.99", "")]
    [InlineData("""{"multipleOf":0.01}""", "19.999", "multiple-of@body")]
    [InlineData("""{"multipleOf":3}""", "123456789012345678901234567890", "")]
    [InlineData("""{"multipleOf":11}""", "123456789012345678901234567890", "multiple-of@body")]
    [InlineData("""{"maximum":9007199254740992}""", "9007199254740993", "maximum@body")]
    [InlineData("""{"exclusiveMinimum":1e400}""", "1e400", "exclusive-minimum@body")]
    [InlineData("""{"type":"integer"}""", "1.0", "")]
    [InlineData("""{"type":"integer"}""", "12e-1", "type@body")]
    [InlineData("""{"type":"integer"}""", "1e1000000000", "")]
    [InlineData("""{"enum":[1.0]}""", "1", "")]
    [InlineData("""{"const":0.1}""", "0.10000000000000000001", "const@body")]
    [InlineData("""{"uniqueItems":true}""", "[1, 2, 1.0]", "unique-items@body")]
    [InlineData("""{"minLength":2}""", "\"😀\"", "min-length@body")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"ab":1}""", "property-names@body.ab")]
    [InlineData("""{"propertyNames":{"pattern":"^x"}}""", """{"xa":1,"ab":{"c":1}}""", "property-names@body.ab")]
    [InlineData("""{"items":{"propertyNames":{"type":"array"}}}""", """[1,{"ab":1}]""", "property-names@body[1].ab")]
    [InlineData("""{"propertyNames":{"oneOf":[{"const":"a"},{"pattern":"^x"}]}}""", """{"ab":1}""", "property-names@body.ab")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[1,1]", "max-contains@body")]
    [InlineData("""{"prefixItems":[true],"items":false}""", "[1,2]", "items@body[1]")]
    [InlineData("""{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}""", """{"a":1,"b":2}""", "unevaluated-properties@body.b")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "dependent-required@body.b")]
    [InlineData("""{"not":{"type":"string"}}""", "\"x\"", "not@body")]
    [InlineData("""{"if":{"type":"string"},"then":{"maxLength":1},"else":{"type":"integer"}}""", "\"xy\"", "max-length@body")]
    public void Validate_Keyword_IsJudgedExactly(string schema, string instance, string expected) => Check(schema, instance).Should().Be(expected);

    /// <summary>A name is looked at as a value that lies behind the instance, where a larger instance may have left its tokens.</summary>
    [Theory]
    [InlineData("""{"pattern":"^x"}""")]
    [InlineData("""{"enum":["x","y"]}""")]
    [InlineData("""{"const":"x"}""")]
    [InlineData("""{"format":"email","minLength":40}""")]
    [InlineData("""{"anyOf":[{"maxLength":1},{"pattern":"^x"}]}""")]
    [InlineData("""{"oneOf":[{"maxLength":9},{"minLength":1}]}""")]
    [InlineData("""{"not":{"minLength":1}}""")]
    [InlineData("""{"if":{"minLength":1},"then":{"const":"x"}}""")]
    [InlineData("""{"type":"integer"}""")]
    [InlineData("false")]
    public void Validate_PropertyNamesAfterALargerInstance_GivesTheFinding(string names)
    {
        var larger = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 400).Select(number => $"{{\"password\":[{number}]}}"))}]");
        Schema("true").Validate(larger).Should().BeEmpty();
        Schema($$"""{"propertyNames":{{names}}}""").Validate("{\"password\":{\"a\":1}}"u8.ToArray(), "body").Single().Where.Should().Be("body.password");
    }

    [Fact]
    public void Validate_Where_BeginsAsTheCallerNamesIt() =>
        Schema("""{"properties":{"a":{"type":"string"}}}""").Validate("{\"a\":1}"u8.ToArray(), "query.filter").Single().Where.Should().Be("query.filter.a");

    [Fact]
    public void Validate_MoreWarningsThanAreKept_StillTellsOfTheError()
    {
        var options = new SchemaOptions { Dialect = SchemaDialect.OpenApi30, Direction = MessageDirection.Request, MaxFindings = 2 };
        const string schema = """{"properties":{"a":{"readOnly":true},"b":{"readOnly":true},"c":{"readOnly":true},"d":{"type":"string"}}}""";
        Check(schema, """{"a":1,"b":1,"c":1,"d":1}""", options).Should().Be("read-only@body.a? type@body.d");
        Check(schema, """{"a":1,"b":1,"c":1,"d":"1"}""", options).Should().Be("read-only@body.a? read-only@body.b?");
    }

    [Fact]
    public void IsValid_JsonElementAndNode_AgreeWithBytes()
    {
        var schema = Schema("""{"properties":{"a":{"type":"string"}}}""");
        schema.IsValid(System.Text.Json.JsonElement.Parse("""{"a":"x"}""").GetProperty("a")).Should().BeTrue();
        schema.IsValid(System.Text.Json.JsonElement.Parse("""[{"a":1}]""")[0]).Should().BeFalse();
    }
}
