namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A given value is a value, also where it is null, empty, zero or false.</summary>
public sealed class GivenValueReportTests
{
    [Fact]
    public async Task Report_NullEmptyAndZero_AreAnswered()
    {
        await using var mock = await ReportedMock.StartAsync("12-null-and-empty-given-values");
        var got = await mock.GetAsync("n");
        (got.Text, got["Mock-Body"]).Should().Be(("""{"ex":null,"de":null,"empty":"","exempty":"","zero":0,"given":"given"}""", "sample;invented=0"));
    }

    [Theory]
    [InlineData("3.0.3", "{ type: string, nullable: true }, example: null", "null")]
    [InlineData("3.0.3", "{ type: object, nullable: true, example: null, properties: { a: { type: string } } }", "null")]
    [InlineData("3.0.3", "{ type: array, nullable: true, default: null, items: { type: string } }", "null")]
    [InlineData("3.0.3", "{ type: object, properties: { n: { allOf: [{ $ref: '#/components/schemas/P' }], nullable: true, default: null } } }",
        """{"n":null}""")]
    [InlineData("3.0.3", "{ type: boolean, default: false }", "false")]
    [InlineData("3.0.3", "{ type: number, example: 0 }", "0")]
    [InlineData("3.1.0", "{ type: [string, 'null'], examples: [null, a] }", "null")]
    [InlineData("3.1.0", "{ const: null }", "null")]
    [InlineData("3.1.0", "{ enum: ['', a] }", "\"\"")]
    [InlineData("3.1.0", "{ type: array, items: { type: [string, 'null'], default: null }, minItems: 1, maxItems: 1 }", "[null]")]
    [InlineData("3.1.0", "{ type: array, default: [], items: { type: string } }", "[]")]
    [InlineData("3.1.0", "{ type: object, default: {}, properties: { a: { type: string } } }", "{}")]
    [InlineData("3.1.0", "{ type: object, properties: { a: { anyOf: [{ type: string }, { type: 'null' }], default: null } } }", """{"a":null}""")]
    [InlineData("3.1.0", "{ allOf: [{ type: object, properties: { a: { type: [string, 'null'] } } }, { properties: { a: { default: null } } }] }",
        """{"a":null}""")]
    [InlineData("3.1.0", "{ type: object, properties: { a: { $ref: '#/components/schemas/N', default: null } } }", """{"a":null}""")]
    [InlineData("3.1.0", "{ type: object, example: { a: null, b: '' }, properties: { a: { type: [string, 'null'] } } }", """{"a":null,"b":""}""")]
    [InlineData("3.1.0", "{ type: string }, examples: { none: { value: '' } }", "\"\"")]
    [InlineData("3.2.0", "{ type: [string, 'null'] }, examples: { none: { dataValue: null } }", "null")]
    public async Task Value_NullOrEmpty_IsAnswered(string version, string schema, string json)
    {
        await using var mock = await ReportedMock.AnsweringAsync(version, "application/json", $"{{ schema: {schema} }}",
            "{ schemas: { P: { type: object, properties: { x: { type: string } } }, N: { type: [string, 'null'] } } }");
        var got = await mock.GetAsync("x");
        (got.Text, got["Mock-Nonconforming"]).Should().Be((json, null));
    }

    [Theory]
    [InlineData("{ type: string, minLength: 1, default: '' }")]
    [InlineData("{ type: string, default: null }")]
    public async Task Value_ThatItsSchemaRefuses_IsNotAnswered(string schema)
    {
        await using var mock = await ReportedMock.AnsweringAsync("3.1.0", "application/json", $"{{ schema: {schema} }}");
        var got = await mock.GetAsync("x");
        got.Text.Should().MatchRegex("^\".+\"$");
        got["Mock-Nonconforming"].Should().BeNull();
    }

    [Fact]
    public async Task Value_Of20_IsAnswered()
    {
        await using var mock = await MockSession.StartAsync("""
            { "swagger": "2.0", "info": { "title": "t", "version": "1" }, "produces": ["application/json"], "paths": {
              "/a": { "get": { "responses": { "200": { "description": "ok", "schema": { "type": "object", "properties": { "n": { "type": "string", "x-nullable": true, "example": null }, "e": { "type": "string", "default": "" } } } } } } },
              "/b": { "get": { "responses": { "200": { "description": "ok", "schema": { "type": "string", "x-nullable": true }, "examples": { "application/json": null } } } } } } }
            """);
        ((await mock.GetAsync("a")).Text, (await mock.GetAsync("b")).Text).Should().Be(("""{"n":null,"e":""}""", "null"));
    }
}
