namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>One fault each, in a description that is right otherwise: the rule that tells it, and where.</summary>
public sealed class RuleTests
{
    private const string Start = "openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths:\n";
    private const string Get = "    get: { responses: { '200': { description: ok } } }\n";

    [Theory]
    [InlineData("  a:\n" + Get, "path-without-slash", 4, 3)]
    [InlineData("  /a?b:\n" + Get, "path-not-a-path", 4, 3)]
    [InlineData("  /a//b:\n" + Get, "path-unusual", 4, 3)]
    [InlineData("  /é:\n" + Get, "path-character", 4, 3)]
    [InlineData("  /sp ace:\n" + Get, "path-character", 4, 3)]
    [InlineData("  '/[brk]':\n" + Get, "path-character", 4, 3)]
    [InlineData("  '/p|ipe':\n" + Get, "path-character", 4, 3)]
    [InlineData("  '/a\\b':\n" + Get, "path-character", 4, 3)]
    [InlineData("  '/a^b':\n" + Get, "path-character", 4, 3)]
    [InlineData("  /😀:\n" + Get, "path-character", 4, 3)]
    [InlineData("  /100%:\n" + Get, "path-percent", 4, 3)]
    [InlineData("  /a%2:\n" + Get, "path-percent", 4, 3)]
    [InlineData("  /a%zz:\n" + Get, "path-percent", 4, 3)]
    [InlineData("  \"/a\\r\\nX: 1\":\n" + Get, "path-control-character", 4, 3)]
    [InlineData("  \"/t\\tab\":\n" + Get, "path-control-character", 4, 3)]
    [InlineData("  \"/a\\x85b\":\n" + Get, "path-control-character", 4, 3)]
    [InlineData("  /a:\n    get: { operationId: same, responses: { '200': { description: ok } } }\n  /b:\n    get: { operationId: same, responses: { '200': { description: ok } } }\n", "operation-id-duplicate", 5, 12)]
    [InlineData("  '/a/{b':\n" + Get, "path-bad-template", 4, 3)]
    [InlineData("  /a/{b}:\n    x-a: 1\n  /a/{c}:\n    x-a: 1\n", "path-duplicate", 6, 3)]
    [InlineData("  /a:\n" + Get + "  /a/:\n" + Get, "path-trailing-slash", 6, 3)]
    [InlineData("  /a:\n    get: { responses: { '2xx': { description: ok } } }\n", "response-status", 5, 25)]
    [InlineData("  /a:\n    get: { responses: {} }\n", "responses-empty", 5, 12)]
    [InlineData("  /a:\n    get: { responses: { '200': {} } }\n", "missing-field", 5, 25)]
    [InlineData("  /a:\n    get: { sumary: s, responses: { '200': { description: ok } } }\n", "unknown-field", 5, 12)]
    [InlineData("  /a:\n    get: { deprecated: 'yes', responses: { '200': { description: ok } } }\n", "wrong-scalar", 5, 12)]
    [InlineData("  /a:\n    get: { security: [{ k: [] }], responses: { '200': { description: ok } } }\n", "security-undeclared", 5, 25)]
    [InlineData("  /a:\n    get: { parameters: [{ name: q, in: Query, schema: {} }], responses: { '200': { description: ok } } }\n", "parameter-incomplete", 5,
        25)]
    [InlineData("  /a:\n    get: { parameters: [{ name: q, in: query }], responses: { '200': { description: ok } } }\n", "parameter-schema", 5, 25)]
    [InlineData("  /a:\n    get: { responses: { '200': { description: ok, content: { json: {} } } } }\n", "media-type-name", 5, 62)]
    [InlineData("  /a:\n    get: { responses: { '200': { $ref: '#/components/responses/A' } } }\n", "unresolved-reference", 5, 34)]
    [InlineData("  /a:\n    get: { responses: { '200': { $ref: 7 } } }\n", "reference-not-text", 5, 34)]
    [InlineData("  /a: { $ref: 'other.yaml' }\n", "reference-not-read", 4, 9)]
    [InlineData("  /a/{b}:\n" + Get, "path-parameter-missing", 5, 5)]
    [InlineData("  {}\ncomponents: { schemas: { A: { minimum: 3, maximum: 1 } } }\n", "schema-bounds", 5, 31)]
    [InlineData("  {}\ncomponents: { schemas: { A: { type: text } } }\n", "schema-type-unknown", 5, 31)]
    [InlineData("  {}\ncomponents: { schemas: { A: { const: 1 } } }\n", "newer-field", 5, 31)]
    [InlineData("  {}\ncomponents: { schemas: { 'A B': {} } }\n", "component-name", 5, 26)]
    [InlineData("  {}\ncomponents: { schemas: { A: { type: string }, A: {} } }\n", "duplicate-key", 5, 47)]
    [InlineData("  {}\nservers: [{ url: 'https://{a}' }]\n", "server-variable", 5, 13)]
    [InlineData("  {}\nwebhooks: {}\n", "newer-field", 5, 1)]
    [InlineData("  {}\nservers: { url: / }\n", "wrong-kind", 5, 1)]
    public void Read_OneFault_GivesOneProblem(string paths, string id, int line, int column)
    {
        var problems = Texts.Read(Start + paths).Problems;
        problems.Should().ContainSingle().Which.Id.Should().Be(id, problems[0].Message);
        (problems[0].Location.Line, problems[0].Location.Column).Should().Be((line, column));
    }

    [Fact]
    public void Find_IdOfAProblem_GivesTheRuleWithItsSource()
    {
        SpecRule.All.Should().HaveCountGreaterThan(80);
        SpecRule.Find("path-without-slash")!.Source.Should().StartWith("OpenAPI");
        SpecRule.Find("no-such-rule").Should().BeNull();
    }

    [Fact]
    public void All_ClassesOfRules_HoldsTheRulesOfEach() =>
        SpecRule.All.Should().BeEquivalentTo(typeof(SpecRule).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public))
            .Where(field => field.FieldType == typeof(SpecRule)).Select(field => (SpecRule)field.GetValue(null)!));

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo: { title: t, version: '1' }\n", "nothing-described")]
    [InlineData("openapi: 3.1\ninfo: { title: t, version: '1' }\npaths: {}\n", "version-not-text")]
    [InlineData("swagger: 2.0\ninfo: { title: t, version: '1' }\npaths: {}\n", "version-not-text")]
    [InlineData("openapi: 3.1.0-rc1\ninfo: { title: t, version: '1' }\npaths: {}\n", "version-pre-release")]
    [InlineData("openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents: { schemas: { A: { nullable: true } } }\n", "older-field")]
    [InlineData("asyncapi: 3.0.0\ninfo: { title: t, version: '1' }\n", "no-openapi-version")]
    public void Read_OtherVersions_GiveTheirProblem(string text, string id) =>
        Texts.Read(text).Problems.Should().ContainSingle().Which.Id.Should().Be(id);

    [Theory]
    [InlineData("/%C3%A9")]
    [InlineData("/a-b_c.d~e!$&'()*+,;=:@f")]
    [InlineData("/x+y:cancel")]
    public void Read_PathThatAUriHolds_GivesNoProblem(string path) => Texts.Read(Start + $"  \"{path}\":\n" + Get).Problems.Should().BeEmpty();

    [Theory]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/sp ace/{a b}", "/sp%20ace/{a b}")]
    [InlineData("/[x]/50%25", "/%5Bx%5D/50%25")]
    [InlineData("/😀", "/%F0%9F%98%80")]
    public void Read_PathCharacter_SaysHowToWriteIt(string path, string written) =>
        Texts.Read(Start + $"  \"{path}\":\n" + Get).Problems.Should()
            .Contain(p => p.Id == "path-character" && p.Message.EndsWith($"Write '{written}'.", StringComparison.Ordinal));

    [Theory]
    [InlineData("a: { type: http, scheme: basic }, b: { type: http, scheme: bearer }", "security-shared-place")]
    [InlineData("a: { type: http, scheme: basic }, b: { type: oauth2, flows: {} }", "security-shared-place")]
    [InlineData("a: { type: apiKey, in: header, name: authorization }, b: { type: http, scheme: bearer }", "security-shared-place")]
    [InlineData("a: { type: apiKey, in: query, name: key }, b: { type: apiKey, in: query, name: key }", "security-shared-place")]
    [InlineData("a: { type: http, scheme: bearer }, b: { type: openIdConnect, openIdConnectUrl: 'https://a.test' }", "security-shared-token")]
    [InlineData("a: { type: apiKey, in: header, name: X-Key }, b: { type: http, scheme: bearer }", null)]
    [InlineData("a: { type: apiKey, in: header, name: X-Id }, b: { type: apiKey, in: header, name: X-Key }", null)]
    public void Read_TwoSchemesTogether_AreToldWhenTheyShareAPlace(string schemes, string? id)
    {
        var problems = Texts.Read(Start + $"  {{}}\nsecurity: [{{ a: [], b: [] }}]\ncomponents: {{ securitySchemes: {{ {schemes} }} }}\n").Problems;
        problems.Select(p => p.Id).Should().Equal(id is null ? [] : [id]);
        Texts.Read(Start + $"  {{}}\nsecurity: [{{ a: [] }}, {{ b: [] }}]\ncomponents: {{ securitySchemes: {{ {schemes} }} }}\n").Problems.Should().BeEmpty();
    }

    [Fact]
    public void Read_ArrayThatHasToHoldItself_IsToldToBeInfinite() =>
        Texts.Read(Start + "  {}\ncomponents: { schemas: { A: { type: array, minItems: 1, items: { $ref: '#/components/schemas/A' } } } }\n").Problems.Should()
            .ContainSingle().Which.Id.Should().Be("schema-infinite");

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/B' }", "{ type: object, properties: { a: { $ref: '#/components/schemas/A' } } }")]
    [InlineData("{ type: object, properties: { next: { $ref: '#/components/schemas/A' } } }", "{ type: string }")]
    [InlineData("{ type: object, required: [next], properties: { next: { type: array, items: { $ref: '#/components/schemas/A' } } } }", "{ type: string }")]
    public void Read_OrdinaryRecursion_GivesNoProblem(string a, string b) =>
        Texts.Read(Start + $"  {{}}\ncomponents: {{ schemas: {{ A: {a}, B: {b} }} }}\n").Problems.Should().BeEmpty();

    [Fact]
    public void Rules_OfAllKinds_HaveIdsOfTheirOwnAndASentenceThatSaysWhatToDo()
    {
        var rules = typeof(ApiSpecReader).Assembly.GetTypes().Where(t => t.IsAbstract && t.IsSealed)
            .SelectMany(t => t.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public))
            .Where(f => f.FieldType == typeof(SpecRule)).Select(f => (SpecRule)f.GetValue(null)!).ToList();
        rules.Should().HaveCountGreaterThan(80);
        rules.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        rules.Should().OnlyContain(r => r.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
    }
}
