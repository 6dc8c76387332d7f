namespace IntegrationCopilot.MockGen.Tests;

public sealed class CorsTests
{
    private const string Api = """
        openapi: 3.0.3
        info: { title: Cors, version: "1" }
        paths:
          /a:
            get: { security: [{ key: [] }], responses: { "200": { description: ok, headers: { X-Total: { required: true, schema: { type: integer, enum: [3] } } }, content: { application/json: { schema: { type: integer } } } } } }
            put: { responses: { "204": { description: ok } } }
          /described: { options: { responses: { "200": { description: own } } }, post: { responses: { "204": { description: ok } } } }
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
        """;

    private const string Origin = "Origin: http://localhost:3000";

    [Fact]
    public async Task Preflight_Path_IsAnsweredWithItsMethodsAndWhatWasAskedFor()
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { Cors = true });
        var answer = await mock.SendAsync("OPTIONS", "a", null, Origin, "Access-Control-Request-Method: PUT",
            "Access-Control-Request-Headers: x-key, content-type", "Access-Control-Request-Private-Network: true");
        ((int)answer.StatusCode, Field(answer, "Access-Control-Allow-Origin"), Field(answer, "Access-Control-Allow-Credentials"),
            Field(answer, "Access-Control-Allow-Methods")).Should()
            .Be((204, "http://localhost:3000", "true", "GET, HEAD, OPTIONS, PUT"));
        (Field(answer, "Access-Control-Allow-Headers"), Field(answer, "Access-Control-Allow-Private-Network"), Field(answer, "Access-Control-Max-Age")).Should()
            .Be(("x-key, content-type", "true", "600"));
        Field(answer, "Vary").Should().Contain("Origin");
    }

    [Theory]
    [InlineData("nothing/here", "DELETE", "DELETE")]
    [InlineData("described", "POST", "OPTIONS, POST")]
    [InlineData("__mock/token", "POST", "GET, HEAD, OPTIONS, POST")]
    public async Task Preflight_AnyPath_LetsThePageSeeTheAnswer(string path, string method, string allowed)
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { Cors = true });
        var answer = await mock.SendAsync("OPTIONS", path, null, Origin, $"Access-Control-Request-Method: {method}");
        ((int)answer.StatusCode, Field(answer, "Access-Control-Allow-Methods")).Should().Be((204, allowed));
    }

    [Theory]
    [InlineData("GET", "a", 401, "WWW-Authenticate, Mock-Body")]
    [InlineData("GET", "nothing", 404, "Mock-Body")]
    [InlineData("PATCH", "a", 405, "Mock-Body, Allow")]
    public async Task Send_RefusedRequest_CanBeReadByThePage(string method, string path, int status, string exposed)
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { Cors = true });
        var answer = await mock.SendAsync(method, path, null, Origin);
        ((int)answer.StatusCode, Field(answer, "Access-Control-Allow-Origin")).Should().Be((status, "http://localhost:3000"));
        Field(answer, "Access-Control-Expose-Headers")!.Split(", ").Should().BeEquivalentTo(exposed.Split(", "));
    }

    [Fact]
    public async Task Send_Success_ExposesTheDescribedFieldsAndTheMocksOwn()
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { Cors = true });
        var answer = await mock.SendAsync("GET", "a", null, Origin, "X-Key: mock-api-key", "Prefer: example=none");
        Field(answer, "Access-Control-Expose-Headers")!.Split(", ").Should().BeEquivalentTo("X-Total", "Mock-Body", "Mock-Notes");
    }

    [Fact]
    public async Task Send_WithoutOrigin_SaysNothing()
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { Cors = true });
        (await mock.SendAsync("GET", "a", null)).Headers.Should().NotContain(h => h.Key.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_CorsIsOff_KeepsPagesAway()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var preflight = await mock.SendAsync("OPTIONS", "a", null, Origin, "Access-Control-Request-Method: GET");
        ((int)preflight.StatusCode, string.Join(", ", preflight.Content.Headers.Allow)).Should().Be((204, "GET, HEAD, OPTIONS, PUT"));
        preflight.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
        ((int)(await mock.SendAsync("OPTIONS", "described", null, Origin, "Access-Control-Request-Method: GET")).StatusCode).Should().Be(200);
    }

    private static string? Field(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
