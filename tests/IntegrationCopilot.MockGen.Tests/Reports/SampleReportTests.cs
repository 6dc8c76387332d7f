using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Where a value conforms one is found; where none does, the rest of the answer is there, and a note names the property.</summary>
public sealed class SampleReportTests
{
    private const string Password = """^"(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}"$""";

    [Theory]
    [InlineData("a.yaml", "password", Password)]
    [InlineData("a.yaml", "email", """^"[^@"]+@[^@"]+"$""")]
    [InlineData("a.yaml", "uri", """^"[a-z]+:[^"]+"$""")]
    [InlineData("a.yaml", "bigint", "^9007199254740993$")]
    [InlineData("a.yaml", "not", "^[^\"]")]
    [InlineData("a.yaml", "ip", """^"10\.\d+\.\d+\.\d+"$""")]
    [InlineData("b.yaml", "depschemas", """^\{"a":1,"w":2\}$""")]
    [InlineData("b.yaml", "generic", """^\{"items":\[\{"nick":"bo"\}\]\}$""")]
    public async Task Report_HardSchemas_AreMet(string file, string path, string pattern)
    {
        await using var mock = await ReportedMock.StartAsync("13-sample-gives-up", file);
        var got = await mock.GetAsync(path);
        got.Text.Should().MatchRegex(pattern).And.Match(text => path != "email" || text.Length <= 14).And.Match(text => path != "uri" || text.Length <= 22);
        got["Mock-Nonconforming"].Should().BeNull();
    }

    [Theory]
    [InlineData("""{ type: string, pattern: '^(?!.*(password|admin))(?=.*[^\w\s])(?=.*\d)\S{10,12}$' }""", """^"\S{10,12}"$""")]
    [InlineData("""{ type: string, pattern: '^(?=.{6,10}$)[a-z]+(-[a-z]+)+$' }""", """^"[a-z]+(-[a-z]+)+"$""")]
    [InlineData("""{ type: string, format: hostname, maxLength: 6 }""", """^"[a-z0-9.-]{1,6}"$""")]
    [InlineData("""{ type: string, format: ipv6, pattern: '^2001:db8:' }""", """^"2001:db8:[0-9a-f:]+"$""")]
    [InlineData("""{ type: string, format: date, pattern: '^2031-' }""", """^"2031-\d\d-\d\d"$""")]
    [InlineData("""{ type: string, format: uuid, pattern: '^00000000-' }""", """^"00000000-[0-9a-f-]+"$""")]
    [InlineData("""{ type: integer, minimum: 18446744073709551617, multipleOf: 2 }""", """^\d{20,}$""")]
    [InlineData("""{ type: integer, exclusiveMinimum: -9007199254740995, maximum: -9007199254740994 }""", "^-9007199254740994$")]
    [InlineData("""{ not: { type: [string, object, array, number, boolean] } }""", "^null$")]
    [InlineData("""{ type: string, not: { enum: [a] }, maxLength: 1, pattern: '^[ab]$' }""", """^"b"$""")]
    [InlineData("""{ type: object, required: [a], properties: { a: { const: 1 }, b: { const: 2 } }, dependentRequired: { a: [b] } }""",
        """^\{"a":1,"b":2\}$""")]
    [InlineData("""{ type: object, required: [k], properties: { k: { const: card } }, if: { properties: { k: { const: card } } }, then: { required: [n], properties: { n: { const: 4 } } } }""", """^\{"k":"card","n":4\}$""")]
    [InlineData("""{ type: array, minItems: 2, uniqueItems: true, items: { enum: [1, 2] } }""", """^\[(1,2|2,1)\]$""")]
    [InlineData("""{ type: array, contains: { const: 7 }, minItems: 1, items: { type: integer } }""", @"^\[.*\b7\b.*\]$")]
    [InlineData("""{ type: object, minProperties: 2, propertyNames: { pattern: '^x-[a-z]+$' }, additionalProperties: { const: 1 } }""",
        """^\{"x-[a-z]+":1,"x-[a-z]+":1\}$""")]
    public async Task Schema_Hard_IsMet(string schema, string pattern)
    {
        await using var mock = await ReportedMock.AnsweringAsync("3.1.0", "application/json", $"{{ schema: {schema} }}");
        var got = await mock.GetAsync("x");
        got.Text.Should().MatchRegex(pattern);
        got["Mock-Nonconforming"].Should().BeNull();
    }

    [Fact]
    public async Task Report_HardProperty_LeavesTheRest()
    {
        await using var mock = await ReportedMock.StartAsync("14-one-hard-property-empties-the-answer");
        var user = JsonElement.Parse((await mock.GetAsync("user")).Text);
        user.EnumerateObject().Select(m => m.Name).Should().Equal("id", "name", "mail", "pw");
        user.GetProperty("pw").GetRawText().Should().MatchRegex(Password);
    }

    [Theory]
    [InlineData("{ type: string, minLength: 10, maxLength: 5 }", "'/k'")]
    [InlineData("{ type: integer, minimum: 5, maximum: 4 }", "'/k'")]
    [InlineData("{ enum: [] }", "'/k'")]
    [InlineData("{ type: string, const: 5 }", "'/k'")]
    [InlineData("{ allOf: [{ type: string }, { type: integer }] }", "'/k'")]
    [InlineData("{ type: string, pattern: '^(?!.*)$' }", "'/k'")]
    [InlineData("{ type: array, minItems: 3, uniqueItems: true, items: { type: boolean } }", "'/k'")]
    [InlineData("{ type: number, multipleOf: 7, minimum: 1, maximum: 6 }", "'/k'")]
    [InlineData("{ oneOf: [{ type: string }, { type: string }] }", "'/k'")]
    [InlineData("{ type: object, required: [i], properties: { i: { type: string, maxLength: 1, minLength: 2 } } }", "'/k/i'")]
    [InlineData("{ type: array, minItems: 1, items: { type: string, maxLength: 1, minLength: 2 } }", "'/k/0'")]
    public async Task Property_NothingMeetsIt_IsTheOnlyOneThatIsNotRight(string schema, string named)
    {
        foreach (var whole in (string[])["{{ type: object, required: [id, k], properties: {{ id: {{ const: 7 }}, k: {0} }} }}",
            "{{ allOf: [{{ type: object, required: [id], properties: {{ id: {{ const: 7 }} }} }}, {{ required: [k], properties: {{ k: {0} }} }}] }}"])
        {
            await using var mock = await ReportedMock.AnsweringAsync("3.1.0", "application/json", $"{{ schema: {string.Format(null, whole, schema)} }}");
            var got = await mock.GetAsync("x");
            var answered = JsonElement.Parse(got.Text);
            (answered.GetProperty("id").GetInt32(), answered.TryGetProperty("k", out _)).Should().Be((7, true));
            got["Mock-Nonconforming"].Should().Contain(named);
        }
    }

    [Fact]
    public async Task Property_NothingMeetsIt_LeavesTheRestInXmlAndInErrors()
    {
        await using var mock = await MockSession.StartAsync("""
            openapi: 3.0.3
            info: { title: t, version: "1" }
            paths: { /x: { get: { responses: { "200": { description: ok, content: { application/xml: { schema: { $ref: "#/components/schemas/H" } } } }, "404": { description: gone, content: { application/json: { schema: { $ref: "#/components/schemas/H" } } } } } } } }
            components: { schemas: { H: { type: object, required: [id, k], properties: { id: { type: integer, enum: [7] }, k: { type: string, minLength: 9, maxLength: 3 } } } } }
            """);
        var (good, bad) = (await mock.GetAsync("x"), await mock.GetAsync("x", "Prefer: code=404"));
        good.Text.Should().Contain("<id>7</id><k>");
        bad.Text.Should().StartWith("""{"id":7,"k":""");
        good["Mock-Nonconforming"].Should().Contain("'/k'");
        bad["Mock-Nonconforming"].Should().Contain("'/k'");
    }
}
