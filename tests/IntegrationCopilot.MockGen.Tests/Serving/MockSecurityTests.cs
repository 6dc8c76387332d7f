using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class MockSecurityTests
{
    private const string Secured = """
        openapi: 3.1.0
        info: { title: Secured, version: "1" }
        paths:
          /key: { get: { security: [{ key: [] }], responses: { "200": { description: ok } } } }
          /query: { get: { security: [{ inQuery: [] }], responses: { "200": { description: ok } } } }
          /cookie: { get: { security: [{ inCookie: [] }], responses: { "200": { description: ok } } } }
          /basic: { get: { security: [{ basic: [] }], responses: { "200": { description: ok } } } }
          /bearer: { get: { security: [{ bearer: [] }], responses: { "200": { description: ok } } } }
          /oauth: { get: { security: [{ oauth: [write] }], responses: { "200": { description: ok } } } }
          /openid: { get: { security: [{ openid: [] }], responses: { "200": { description: ok } } } }
          /both: { get: { security: [{ key: [], basic: [] }], responses: { "200": { description: ok } } } }
          /either: { get: { security: [{ key: [] }, { basic: [] }], responses: { "200": { description: ok } } } }
          /open: { get: { security: [{}, { key: [] }], responses: { "200": { description: ok } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-API-Key }
            inQuery: { type: apiKey, in: query, name: api_key }
            inCookie: { type: apiKey, in: cookie, name: session }
            basic: { type: http, scheme: basic }
            bearer: { type: http, scheme: bearer }
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { read: r, write: w } } } }
            openid: { type: openIdConnect, openIdConnectUrl: https://id.example/ }
        """;

    private static readonly string Basic = $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("mock-user:mock-password"))}";

    [Theory]
    [InlineData("key", "X-API-Key: mock-api-key")]
    [InlineData("query?api_key=mock-api-key", null)]
    [InlineData("cookie", "Cookie: session=mock-api-key")]
    [InlineData("basic", "BASIC")]
    [InlineData("bearer", "Authorization: bearer mock-bearer-token")]
    [InlineData("oauth", "Authorization: Bearer mock-bearer-token")]
    [InlineData("openid", "Authorization: Bearer mock-bearer-token")]
    [InlineData("both", "X-API-Key: mock-api-key|BASIC")]
    [InlineData("either", "BASIC")]
    [InlineData("open", null)]
    public async Task Get_GoodCredentials_LetIn(string path, string? headers)
    {
        await using var mock = await MockSession.StartAsync(Secured);
        ((int)(await mock.SendAsync("GET", path, null, HeadersOf(headers))).StatusCode).Should().Be(200);
    }

    [Theory]
    [InlineData("key", null, "ApiKey realm=\"mock\", in=\"header\", name=\"X-API-Key\"")]
    [InlineData("key", "X-API-Key: other", "ApiKey")]
    [InlineData("query?api_key=", null, "in=\"query\"")]
    [InlineData("cookie", "Cookie: session=other", "in=\"cookie\"")]
    [InlineData("basic", "Authorization: Basic !!!", "Basic realm=")]
    [InlineData("basic", "Authorization: Basic YTpi", "Basic realm=")]
    [InlineData("bearer", null, "Bearer realm=\"mock\"")]
    [InlineData("bearer", "Authorization: Bearer", "error=\"invalid_request\"")]
    [InlineData("bearer", "Authorization: Bearer other", "error=\"invalid_token\"")]
    [InlineData("bearer", "Authorization: Bearer mock-expired-token", "expired")]
    [InlineData("oauth", "Authorization: Bearer mock_abc.def", "error=\"invalid_token\"")]
    [InlineData("both", "X-API-Key: mock-api-key", "Basic")]
    [InlineData("either", "X-API-Key: other", "Basic")]
    public async Task Get_BadCredentials_Are401WithAChallenge(string path, string? headers, string challenge)
    {
        await using var mock = await MockSession.StartAsync(Secured);
        var answer = await mock.SendAsync("GET", path, null, HeadersOf(headers));
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((401, "application/problem+json"));
        answer.Headers.NonValidated["WWW-Authenticate"].ToString().Should().Contain(challenge);
    }

    [Fact]
    public async Task TokenUrl_ClientCredentials_GivesATokenThatExpires()
    {
        var clock = new MovableClock();
        await using var mock = await MockSession.StartAsync(Secured, new MockServerOptions { Clock = clock, TokenLifetime = TimeSpan.FromMinutes(10) });
        var token = await TokenOf(mock, "write read");
        (await Call(mock, token)).Should().Be(200);
        clock.Ahead = TimeSpan.FromMinutes(11);
        (await Call(mock, token)).Should().Be(401);
    }

    [Theory]
    [InlineData("read", 403)]
    [InlineData("", 200)]
    public async Task TokenUrl_Scope_IsWhatTheTokenIsGoodFor(string scope, int status)
    {
        await using var mock = await MockSession.StartAsync(Secured);
        (await Call(mock, await TokenOf(mock, scope))).Should().Be(status);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id=mock-client&client_secret=wrong", 401, "invalid_client")]
    [InlineData("grant_type=password&username=a&password=b", 400, "unsupported_grant_type")]
    [InlineData("", 400, "invalid_request")]
    public async Task TokenUrl_BadRequest_IsAnOAuthError(string form, int status, string error)
    {
        await using var mock = await MockSession.StartAsync(Secured);
        var answer = await mock.Client.PostAsync(mock.Server.TokenUrl, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));
        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().Should().Be(error);
    }

    private static async Task<string> TokenOf(MockSession mock, string scope)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "mock-client",
            ["client_secret"] = "mock-client-secret", ["scope"] = scope };
        var answer = await mock.Client.PostAsync(mock.Server.TokenUrl, new FormUrlEncodedContent(fields));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static async Task<int> Call(MockSession mock, string token) =>
        (int)(await mock.SendAsync("GET", "oauth", null, $"Authorization: Bearer {token}")).StatusCode;

    private static string[] HeadersOf(string? headers) => headers is null ? [] : [.. headers.Split('|').Select(h => h == "BASIC" ? Basic : h)];

    private sealed class MovableClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
