using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class FreshFormTests
{
    private const int Uses = 200;

    [Theory]
    [InlineData("name", "{type: string}")]
    [InlineData("name", "{type: string, minLength: 1, maxLength: 10}")]
    [InlineData("name", "{type: string, pattern: '^[a-z][a-z0-9-]{2,20}$'}")]
    [InlineData("code", "{type: string, pattern: '^[A-Z]{6}$'}")]
    [InlineData("sku", "{type: string, pattern: '^SKU-[0-9]{6}$'}")]
    [InlineData("email", "{type: string, format: email, maxLength: 60}")]
    [InlineData("hostname", "{type: string, format: hostname}")]
    [InlineData("id", "{type: string, format: uuid}")]
    [InlineData("number", "{type: integer}")]
    [InlineData("number", "{type: integer, minimum: 1000, maximum: 9999}")]
    [InlineData("slug", "{type: string, example: my-shop}")]
    public void Form_OfWhatIdentifies_IsAcceptedInEveryUseAndSeldomTheSame(string name, string schema)
    {
        var spec = Described.Read($$$"""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /things:
                post:
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [{{{name}}}], properties: { {{{name}}}: {{{schema}}} } } } } }
                  responses: { '201': { description: ok } }
            """);
        var create = GoldenTestGenerator.Generate(spec).Tests.Single(test => test.Template == "create-resource-succeeds");
        var variable = create.Variables.Should().ContainSingle().Subject;
        variable.Fresh.Should().BeTrue();
        if (variable.Form is not { } form) return;
        var field = new SchemaStructure(spec).FieldsOf(spec.Operations[0].RequestBody!.Content[0].Schema)[name];
        var accepted = new SchemaSet(spec).For(field, MessageDirection.Request);
        var made = Enumerable.Range(0, Uses).Select(use => form.Make($"use {use}")).ToList();
        made.Should().OnlyContain(text =>
            accepted.IsValid(JsonSerializer.SerializeToUtf8Bytes(
            variable.Type == TestVariableType.Number ? (object)long.Parse(text) : text, (JsonSerializerOptions?)null)));
        made.Distinct().Count().Should().BeGreaterThan(Uses * 9 / 10);
        form.Make("use 1").Should().Be(form.Make("use 1"));
    }

    [Theory]
    [InlineData("currency", "{type: string}")]
    [InlineData("name", "{type: string, enum: [a, b]}")]
    [InlineData("first_name", "{type: string}")]
    [InlineData("amount", "{type: integer}")]
    public void Form_OfWhatIdentifiesNothing_IsNone(string name, string schema)
    {
        var spec = Described.Read($$$"""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /things:
                post:
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [{{{name}}}], properties: { {{{name}}}: {{{schema}}} } } } } }
                  responses: { '201': { description: ok } }
            """);
        GoldenTestGenerator.Generate(spec).Tests.Single(test => test.Template == "create-resource-succeeds").Variables.Should()
            .NotContain(variable => variable.Fresh);
    }

    [Theory]
    [InlineData("{type: string, minLength: 1, maxLength: 36, pattern: '^[A-Z0-9]+$', example: A}")]
    [InlineData("{type: string, example: '123'}")]
    [InlineData("{type: integer, example: 7}")]
    public void Form_OfAnUnknownIdentifier_HasRoomForOneThatNobodyHas(string schema) =>
        Unknown(schema).Should().ContainSingle().Which.Variables.Single(
            variable => variable.Name.StartsWith("unknown", StringComparison.Ordinal)).Form!.HasRoom.Should().BeTrue();

    [Fact]
    public void Form_OfAKeyInBytesThatIsPut_IsBase64OfEveryKind()
    {
        var spec = Described.Read("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /kv/put: { post: { summary: Puts a pair, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pair' } } } }, responses: { '200': { description: ok } } } }
              /kv/range:
                post:
                  summary: Gets pairs
                  requestBody: { content: { application/json: { schema: { type: object, properties: { key: { type: string, format: byte } } } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { kvs: { type: array, items: { $ref: '#/components/schemas/Pair' } } } } } } } }
              /kv/deleterange: { post: { summary: Deletes pairs, requestBody: { content: { application/json: { schema: { type: object, properties: { key: { type: string, format: byte } } } } } }, responses: { '200': { description: ok } } } }
            components: { schemas: { Pair: { type: object, properties: { key: { type: string, format: byte }, value: { type: string, format: byte } } } } }
            """);
        var form = GoldenTestGenerator.Generate(spec).Tests.Where(test => test is { Operation: "POST /kv/put", Template: "contract-described" })
            .SelectMany(test => test.Variables).Should().ContainSingle().Subject.Form!;
        Enumerable.Range(0, Uses).Select(use => form.Make($"use {use}")).Should().OnlyContain(key => key.Length % 4 == 0 && key.All(char.IsAsciiLetter));
    }

    [Theory]
    [InlineData("{ type: string, format: date, example: '2026-01-02' }", "^2[1-9]{3}-0[1-9]-1[1-9]$")]
    [InlineData("{ type: string, format: date, example: '2028-02-29' }", "^2[1-9]{3}-0[1-9]-1[1-9]$")]
    [InlineData("{ type: string, format: date-time, example: '2026-01-02T03:04:05Z' }", "^2[1-9]{3}-0[1-9]-1[1-9]T03:04:05Z$")]
    public void Form_OfADayThatTheClientChooses_IsADayAhead(string schema, string expected)
    {
        var spec = Described.Read($$$"""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /schedules:
                post:
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } }
                  responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } } }
              /schedules/{effective_date}:
                parameters: [{ name: effective_date, in: path, required: true, schema: {{{schema}}} }]
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } } } }
                delete: { responses: { '204': { description: gone } } }
            components: { schemas: { Schedule: { type: object, required: [effective_date], properties: { effective_date: {{{schema}}}, rate: { type: string } } } } }
            """);
        var form = GoldenTestGenerator.Generate(spec).Tests.Single(test => test is { Operation: "POST /schedules", Template: "contract-described" })
            .Variables.Should().ContainSingle().Subject.Form!;
        var made = Enumerable.Range(0, Uses).Select(use => form.Make($"use {use}")).ToList();
        made.Should().AllSatisfy(day => day.Should().MatchRegex(expected));
        made.Distinct().Should().HaveCountGreaterThan(Uses - 5);
        form.HasRoom.Should().BeTrue();
    }

    [Theory]
    [InlineData("{type: integer, minimum: 1, maximum: 10}")]
    [InlineData("{type: string, format: date}")]
    [InlineData("{type: string, format: date-time}")]
    public void Form_OfFewIdentifiersOrDays_NamesNoUnknownOne(string schema) => Unknown(schema).Should().BeEmpty();

    private static IEnumerable<GoldenTest> Unknown(string schema) => GoldenTestGenerator.Generate(Described.Read($$$"""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /things:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } } }
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: {{{schema}}} }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '404': { description: none } }
        components: { schemas: { Thing: { type: object, required: [id], properties: { id: {{{schema}}}, name: { type: string } } } } }
        """)).Tests.Where(test => test.Template == "contract-unknown-identifier");
}
