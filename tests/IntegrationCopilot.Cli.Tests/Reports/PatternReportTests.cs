using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Cli.Tests.Reports;

/// <summary>Patterns that are no ECMA-262 expression, or not the one that was meant, are told with their line.</summary>
public sealed class PatternReportTests
{
    [Fact]
    public async Task Report_WrongPatterns_AreToldWithLineAndAdvice()
    {
        var run = await CliRun.OfAsync("inspect", SharedData.Require("reports", "15-wrong-patterns-untold", "a.yaml"));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().MatchRegex(@"error .*a\.yaml:4:\d+ schema-bad-pattern: The pattern '\(\?i\)\^abc\$'")
            .And.MatchRegex(@"warning .*a\.yaml:5:\d+ schema-dubious-pattern: The pattern '/\^\[a-z\]\+\$/'.*Write '\^\[a-z\]\+\$'\.")
            .And.MatchRegex(@"error .*a\.yaml:6:\d+ schema-bad-pattern: The pattern '\('")
            .And.MatchRegex(@"warning .*a\.yaml:7:\d+ schema-dubious-pattern: The pattern '\^\[\[:alpha:\]\]\+\$'");
    }

    [Fact]
    public async Task Malformed_EachOfTheTwentyPatterns_IsTold()
    {
        var run = await CliRun.OfAsync("inspect", SharedData.Require("malformed", "schema", "regex-invalid.yaml"), "--format", "json");
        run.Json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("line").GetInt32()).Should().Equal(Enumerable.Range(8, 20));
    }

    [Theory]
    [InlineData(@"(?x)a b", "schema-bad-pattern")]
    [InlineData(@"(?s).*", "schema-bad-pattern")]
    [InlineData(@"a*+", "schema-bad-pattern")]
    [InlineData(@"(?P<y>\d+)", "schema-bad-pattern")]
    [InlineData(@"(?<y>a)(?<y>b)", "schema-bad-pattern")]
    [InlineData(@"\Qabc\E", "schema-bad-pattern")]
    [InlineData(@"^\A[a-z]+\z", "schema-bad-pattern")]
    [InlineData(@"\p{Foo}", "schema-bad-pattern")]
    [InlineData(@"(a)?(?(1)b|c)", "schema-bad-pattern")]
    [InlineData(@"[b-a]", "schema-bad-pattern")]
    [InlineData(@"a{3,1}", "schema-bad-pattern")]
    [InlineData(@"abc\", "schema-bad-pattern")]
    [InlineData(@"a)", "schema-bad-pattern")]
    [InlineData(@"/^abc$/i", "schema-dubious-pattern")]
    [InlineData(@"^[[:digit:]_]$", "schema-dubious-pattern")]
    [InlineData(@"a{,5}", "schema-dubious-pattern")]
    [InlineData(@"[a-z&&[^b]]", "schema-dubious-pattern")]
    [InlineData(@"^(?<y>\d{4})-\k<y>$", null)]
    [InlineData(@"^\p{L}+$", null)]
    [InlineData(@"(?<!a)b", null)]
    [InlineData(@"^\/v1\/[a-z]+$", null)]
    [InlineData(@"^/v1/[a-z]+/$", null)]
    public async Task Pattern_Anywhere_IsToldByItsKind(string pattern, string? id)
    {
        foreach (var document in (string[])[OfSchema(pattern), OfParameter(pattern), OfNames(pattern), Of20(pattern)])
        {
            using var folder = new TempFolder();
            var run = await CliRun.OfAsync("inspect", folder.Write("a.json", document), "--format", "json");
            var told = run.Json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)
                .Where(i => i.EndsWith("pattern", StringComparison.Ordinal)).ToList();
            told.Should().BeEquivalentTo(id is null ? [] : new[] { id }, document);
            run.ExitCode.Should().Be(id == "schema-bad-pattern" ? ExitCodes.Failed : ExitCodes.Good, document);
        }
    }

    private static string Quoted(string pattern) => System.Text.Json.JsonSerializer.Serialize(pattern);

    private static string OfSchema(string pattern) =>
        Document("openapi", "3.0.3", "",
        $$""" "components": { "schemas": { "A": { "allOf": [{ "type": "array", "items": { "type": "string", "pattern": {{Quoted(pattern)}} } }] } } }""");

    private static string OfParameter(string pattern) => Document("openapi", "3.1.0",
        $$""" "/a": { "get": { "parameters": [{ "name": "q", "in": "query", "schema": { "type": "string", "pattern": {{Quoted(pattern)}} } }], "responses": { "200": { "description": "d" } } } }""");

    private static string OfNames(string pattern) =>
        Document("openapi", "3.1.0", "",
            $$""" "components": { "schemas": { "A": { "type": "object", "patternProperties": { {{Quoted(pattern)}}: { "type": "string" } } } } }""");

    private static string Of20(string pattern) => Document("swagger", "2.0",
        $$""" "/a": { "get": { "parameters": [{ "name": "q", "in": "query", "type": "string", "pattern": {{Quoted(pattern)}} }], "responses": { "200": { "description": "d" } } } }""");

    private static string Document(string key, string version, string paths, string rest = """ "tags": []""") =>
        $$"""{ "{{key}}": "{{version}}", "info": { "title": "t", "version": "1" }, "paths": { {{paths}} }, {{rest}} }""";
}
