namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A page of another origin can use the mock where it was asked to let pages in.</summary>
public sealed class CorsReportTests
{
    private const string Origin = "Origin: http://localhost:3000";

    [Fact]
    public async Task Report_WithCors_PreflightAndAnswerLetThePageIn()
    {
        await using var mock = await ReportedMock.StartAsync("18-no-cors", options: new MockServerOptions { Cors = true });
        var preflight = await Got.ReadAsync(await mock.SendAsync("OPTIONS", "a", null, Origin, "Access-Control-Request-Method: GET"));
        (preflight.Status, preflight["Access-Control-Allow-Origin"], preflight["Access-Control-Allow-Methods"]).Should()
            .Be((204, "http://localhost:3000", "GET, HEAD, OPTIONS"));
        var answer = await mock.GetAsync("a", Origin);
        (answer.Status, answer["Access-Control-Allow-Origin"], answer["Vary"]).Should().Be((200, "http://localhost:3000", "Origin"));
    }

    [Fact]
    public async Task Report_WithoutCors_PagesStayOut()
    {
        await using var mock = await ReportedMock.StartAsync("18-no-cors");
        (await mock.GetAsync("a", Origin)).Fields.Keys.Should().NotContain(name => name.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "a", "Accept: image/png", 406)]
    [InlineData("POST", "a", "X-A: b", 405)]
    [InlineData("GET", "nowhere", "X-A: b", 404)]
    [InlineData("GET", "a", "Prefer: code=503", 503)]
    [InlineData("HEAD", "a", "X-A: b", 200)]
    [InlineData("GET", "__mock/health", "X-A: b", 200)]
    public async Task Answer_OfAnyKind_CanBeReadByThePage(string method, string path, string header, int status)
    {
        await using var mock = await StartAsync();
        var got = await Got.ReadAsync(await mock.SendAsync(method, path, null, Origin, header));
        (got.Status, got["Access-Control-Allow-Origin"]).Should().Be((status, "http://localhost:3000"));
    }

    [Theory]
    [InlineData("Origin: http://a, http://b")]
    [InlineData("Origin: ")]
    public async Task Origin_ThatIsNotOne_GetsNothing(string origin)
    {
        await using var mock = await StartAsync();
        (await mock.GetAsync("a", origin))["Access-Control-Allow-Origin"].Should().BeNull();
    }

    [Theory]
    [InlineData("POST", "__mock/reset")]
    [InlineData("GET", "__mock/requests")]
    public async Task Control_FromAPage_IsRefused(string method, string path)
    {
        await using var mock = await StartAsync();
        var got = await Got.ReadAsync(await mock.SendAsync(method, path, null, Origin));
        (got.Status, got["Access-Control-Allow-Origin"]).Should().Be((403, null));
    }

    private static Task<MockSession> StartAsync() => MockSession.StartAsync("""
        openapi: 3.0.3
        info: { title: t, version: "1" }
        paths: { /a: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: integer } } } } } } } }
        """, new MockServerOptions { Cors = true });
}
