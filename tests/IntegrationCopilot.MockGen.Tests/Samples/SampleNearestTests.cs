using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Where nothing conforms, the sample is what comes near, and notes name what is not right.</summary>
public sealed class SampleNearestTests
{
    [Fact]
    public void Make_OneMemberThatCannotBe_KeepsTheOthersAndNamesIt()
    {
        var (spec, node) = Described.Schema(
            """{ "type": "object", "required": ["id", "mail", "pw", "tags"], "properties": { "id": { "type": "integer" }, "mail": { "type": "string", "format": "email" }, "pw": { "type": "string", "pattern": "^a$", "minLength": 5 }, "tags": { "type": "array", "items": { "type": "string" }, "minItems": 1 } } }""");
        var sample = new SampleGenerator(spec).Make(node);
        sample.Found.Should().BeFalse();
        var value = sample.ToElement();
        value.GetProperty("id").GetInt64().Should().BePositive();
        value.GetProperty("mail").GetString().Should().Contain("@");
        value.GetProperty("tags").GetArrayLength().Should().Be(1);
        sample.Notes.Should().OnlyContain(n => n.Pointer == "/pw" && n.Kind == SampleNoteKind.Unmet && n.Source!.Line == 1);
        sample.Problem.Should().Contain("'/pw'").And.MatchRegex("'(pattern|minLength)' at test.yaml:1:");
    }

    [Fact]
    public void Make_MemberThatCannotBeDeepInside_IsNamedByItsPointer()
    {
        var (spec, node) = Described.Schema(
            """{ "type": "object", "required": ["a"], "properties": { "a": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["b", "c"], "properties": { "b": { "type": "integer", "minimum": 3, "maximum": 2 }, "c": { "const": "kept" } } } } } }""");
        var sample = new SampleGenerator(spec).Make(node);
        sample.Notes.Select(n => n.Pointer).Should().Equal("/a/0/b");
        sample.ToElement().GetProperty("a")[0].GetProperty("c").GetString().Should().Be("kept");
    }

    [Theory]
    [InlineData("""{ "type": "string", "enum": [1.5, null, {}], "minLength": 9 }""", "", "enum")]
    [InlineData("""{ "type": "object", "required": ["a"], "properties": { "a": { "allOf": [{ "type": "string" }, { "type": "integer" }] } } }""", "/a", "type")]
    [InlineData("""{ "allOf": [{ "type": "object", "additionalProperties": false, "properties": { "a": {} } }, { "required": ["b"] }] }""", "/b",
        "additionalProperties")]
    [InlineData("""{ "type": "array", "minItems": 2, "items": { "type": "string", "minLength": 3, "maxLength": 2 } }""", "/0", "maxLength")]
    [InlineData("""{ "type": "integer", "anyOf": [{ "type": "string" }, { "minimum": 2, "maximum": 1 }] }""", "", "anyOf")]
    [InlineData("""{ "not": {} }""", "", "S")]
    [InlineData("""{ "oneOf": [{ "type": "object", "title": "A", "properties": { "e": { "type": "string", "example": "x" } } }, { "description": "b", "type": "object", "properties": { "e": { "type": "string" } } }] }""", "", "oneOf")]
    [InlineData("""{ "type": "object", "required": ["k"], "properties": { "k": { "oneOf": [{ "type": "integer" }, { "type": "integer" }, { "type": "string", "minLength": 2, "maxLength": 1 }] } } }""", "/k", "oneOf")]
    public void Make_ContradictionThatIsCertain_IsToldFromOneThatIsNot(string schema, string pointer, string keyword)
    {
        var (spec, node) = Described.Schema(schema);
        var note = new SampleGenerator(spec).Make(node).Notes[0];
        (note.Kind, note.Pointer, note.Keyword).Should().Be((SampleNoteKind.Contradiction, pointer, keyword));
    }

    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 3, "maximum": 2 }""", SampleNoteKind.Contradiction)]
    [InlineData("""{ "type": "string", "pattern": "^a$", "minLength": 2 }""", SampleNoteKind.Unmet)]
    [InlineData("""{ "type": "object", "required": ["child"], "properties": { "child": { "$ref": "#/components/schemas/S" } } }""", SampleNoteKind.Endless)]
    [InlineData("false", SampleNoteKind.AcceptsNothing)]
    public void Make_SchemaWithoutValues_SaysWhyAsAFact(string schema, SampleNoteKind kind)
    {
        var (spec, node) = Described.Schema(schema);
        var sample = new SampleGenerator(spec).Make(node);
        sample.Notes[0].Kind.Should().Be(kind);
        sample.Notes[0].Source!.Document.Should().Be("test.yaml");
        sample.Json.IsEmpty.Should().BeFalse();
    }

    /// <summary>What stands beside a reference counts for nothing before OpenAPI 3.1, so that null does not end the recursion.</summary>
    [Theory]
    [InlineData("3.0.3", SampleNoteKind.Endless)]
    [InlineData("3.1.0", null)]
    public void Make_RecursionWithNullBesideTheReference_EndsWhereThatCounts(string version, SampleNoteKind? kind)
    {
        const string itself = "\"$ref\": \"#/components/schemas/S\"";
        var next = version == "3.0.3" ? $$"""{ {{itself}}, "nullable": true }""" : $$"""{ "anyOf": [{ {{itself}} }, { "type": "null" }] }""";
        var (spec, node) = Described.Schema($$"""{ "type": "object", "required": ["next"], "properties": { "next": {{next}} } }""", version);
        var sample = new SampleGenerator(spec).Make(node);
        (sample.Found, sample.Notes is [var note, ..] ? note.Kind : (SampleNoteKind?)null).Should().Be((kind is null, kind));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "{ type: array, items: { type: integer } }")]
    [InlineData("application/x-www-form-urlencoded", "{ type: string }")]
    [InlineData("application/x-www-form-urlencoded", "{ type: object, additionalProperties: false, properties: { a: { type: string, readOnly: true } } }")]
    public void ForBody_WholeThatHasNoNames_CannotBeCarriedInAForm(string type, string schema)
    {
        var sample = Body(type, schema);
        sample.Notes[0].Kind.Should().Be(SampleNoteKind.CannotBeCarried);
        sample.Problem.Should().Contain("named fields");
    }

    [Fact]
    public void ForBody_RequiredMemberThatOnlyAnotherPartMarks_IsSent()
    {
        var sample = Body("application/json", "{ allOf: [{ properties: { id: { readOnly: true } } }, { $ref: '#/components/schemas/R' }] }");
        sample.Problem.Should().BeNull();
        sample.ToElement().TryGetProperty("id", out _).Should().BeTrue();
    }

    private static SampleResult Body(string type, string schema)
    {
        var spec = Described.Read($$"""
            openapi: 3.0.3
            info: { title: t, version: "1" }
            paths:
              /a:
                post:
                  requestBody: { required: true, content: { {{type}}: { schema: {{schema}} } } }
                  responses: { "200": { description: ok } }
            components:
              schemas:
                R: { type: object, required: [id], properties: { id: { type: string } } }
            """);
        return new SampleGenerator(spec).ForBody(spec.Operations[0].RequestBody!.Content[0], MessageDirection.Request);
    }

    [Fact]
    public void ForBody_NothingTheFormCanCarry_SaysSo()
    {
        var spec = Described.Read("""
            openapi: 3.0.3
            info: { title: t, version: "1" }
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: { type: object, required: [a], properties: { a: { type: array, maxItems: 0, items: { type: string } } } }
                  responses: { "200": { description: ok } }
            """);
        var sample = new SampleGenerator(spec).ForBody(spec.Operations[0].RequestBody!.Content[0], MessageDirection.Request);
        sample.Found.Should().BeFalse();
        sample.Notes.Should().ContainSingle(n => n.Kind == SampleNoteKind.CannotBeCarried);
        Encoding.UTF8.GetString(sample.Json.Span).Should().Be("""{"a":[]}""");
    }
}
