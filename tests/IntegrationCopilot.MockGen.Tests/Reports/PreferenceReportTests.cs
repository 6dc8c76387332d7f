namespace IntegrationCopilot.MockGen.Tests;

/// <summary><c>Preference-Applied</c> names what was honoured and nothing else (RFC 7240, section 3); what was not is said.</summary>
public sealed class PreferenceReportTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: t, version: "1" }
        paths:
          /p:
            get:
              responses:
                "200": { description: ok, content: { application/json: { schema: { type: object }, examples: { one: { value: { n: 1 } }, "with space": { value: { n: 3 } }, ref: { $ref: "#/components/examples/R" } } }, application/xml: { schema: { type: object, xml: { name: r } }, examples: { x: { value: <r/> } } } } }
                "4XX": { description: other, content: { application/json: { schema: { type: object }, examples: { other: { value: { o: 1 } } } } } }
                default: { description: any, content: { application/json: { schema: { type: object }, examples: { any: { value: { d: 1 } } } } } }
          /own: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: object, examples: [{ a: first }] } } } } } } }
          /closed: { get: { security: [{ k: [] }], responses: { "204": { description: ok }, "401": { description: no, content: { application/json: { schema: { type: object }, examples: { a: { value: { a: 1 } }, b: { value: { b: 1 } } } } } } } } }
        components: { examples: { R: { value: { n: 5 } } }, securitySchemes: { k: { type: apiKey, in: header, name: X-API-Key } } }
        """;

    [Fact]
    public async Task Report_StatusAndExample_AreBothNamed()
    {
        await using var mock = await ReportedMock.StartAsync("19-preference-applied");
        var got = await mock.GetAsync("p", "Prefer: code=404, example=never");
        (got.Status, got.Text, got["Preference-Applied"]).Should().Be((404, """{"w":2}""", "code=404, example=\"never\""));
    }

    [Fact]
    public async Task Report_UnknownExample_IsIgnoredAndSaid()
    {
        await using var mock = await ReportedMock.StartAsync("19-preference-applied");
        var got = await mock.GetAsync("p", "Prefer: example=zzz");
        (got.Status, got.Text, got["Preference-Applied"]).Should().Be((200, """{"n":1}""", null));
        got["Mock-Notes"].Should().Contain("'zzz'").And.Contain("'one', 'two'");
    }

    [Fact]
    public async Task Report_ExampleOfTheError_IsHeeded()
    {
        await using var mock = await ReportedMock.StartAsync("19-preference-applied");
        var got = await mock.PostAsync("p", "application/json", "{}", "Prefer: example=bad2");
        (got.Status, got.Text, got["Preference-Applied"]).Should().Be((422, """{"e":2}""", "example=\"bad2\""));
    }

    [Theory]
    [InlineData("p", "example=\"with space\"", 200, """{"n":3}""", "example=\"with space\"")]
    [InlineData("p", "example=ref", 200, """{"n":5}""", "example=\"ref\"")]
    [InlineData("p", "example=x", 200, "<r/>", "example=\"x\"")]
    [InlineData("p", "code=418, example=other", 418, """{"o":1}""", "code=418, example=\"other\"")]
    [InlineData("p", "code=503, example=any", 503, """{"d":1}""", "code=503, example=\"any\"")]
    [InlineData("p", "code=404, example=one", 404, """{"o":1}""", "code=404")]
    [InlineData("p", "CODE=404", 404, """{"o":1}""", "code=404")]
    [InlineData("p", "code=404, code=200", 404, """{"o":1}""", "code=404")]
    [InlineData("p", "handling=strict, code=404, return=minimal", 404, """{"o":1}""", "code=404")]
    [InlineData("p", "respond-async, wait=10", 200, """{"n":1}""", null)]
    [InlineData("closed", "example=b", 401, """{"b":1}""", "example=\"b\"")]
    [InlineData("closed", "code=204", 401, """{"a":1}""", null)]
    [InlineData("own", "example=second", 200, """{"a":"first"}""", null)]
    public async Task Prefer_AnyWish_NamesWhatWasHonoured(string path, string prefer, int status, string body, string? applied)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var got = await mock.GetAsync(path, $"Prefer: {prefer}");
        (got.Status, got.Text, got["Preference-Applied"]).Should().Be((status, body, applied));
    }

    [Theory]
    [InlineData("code=abc", "code=abc was ignored: it takes a status from 200 to 599")]
    [InlineData("code=4XX", "code=4XX was ignored")]
    [InlineData("code=100", "code=100 was ignored")]
    [InlineData("code=99999999999", "code=99999999999 was ignored")]
    [InlineData("code", "code= was ignored")]
    [InlineData("delay=-5", "delay=-5 was ignored: it takes whole milliseconds")]
    [InlineData("retry-after=soon", "retry-after=soon was ignored: it takes whole seconds")]
    [InlineData("dynamic=maybe", "dynamic=maybe was ignored: it takes true or false")]
    [InlineData("example=", "example= was ignored: it takes the name of an example")]
    public async Task Prefer_ValueThatIsNone_IsIgnoredAndSaid(string prefer, string told)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var got = await mock.GetAsync("p", $"Prefer: {prefer}");
        (got.Status, got.Text, got["Preference-Applied"]).Should().Be((200, """{"n":1}""", null));
        got["Mock-Notes"].Should().Contain(told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData(";;;,,,")]
    [InlineData("\"")]
    [InlineData("dynamic=false")]
    public async Task Prefer_Nothing_ChangesNothing(string prefer)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var got = await mock.GetAsync("p", $"Prefer: {prefer}");
        (got.Status, got.Text, got["Preference-Applied"], got["Mock-Notes"]).Should().Be((200, """{"n":1}""", null, null));
    }
}
