namespace IntegrationCopilot.MockGen.Tests;

public sealed class RateLimitBehaviourTests
{
    private const string Plain = """
        openapi: 3.1.0
        info: { title: Plain, version: "1" }
        paths:
          /a: { get: { responses: { "200": { description: ok } } } }
          /b: { get: { responses: { "200": { description: ok, headers: { X-RateLimit-Remaining: { schema: { type: integer } }, X-RateLimit-Limit: { schema: { type: integer } } } } } } }
        """;

    [Fact]
    public async Task Get_AboveTheLimit_Is429UntilTheWindowEnds()
    {
        var clock = new Clock();
        await using var mock =
            await MockSession.StartAsync(Plain, new MockServerOptions { Clock = clock, RateLimit = new MockRateLimit(2, TimeSpan.FromSeconds(60)) });
        var first = await mock.SendAsync("GET", "a", null);
        (Field(first, "RateLimit"), Field(first, "RateLimit-Policy"), Field(first, "X-RateLimit-Remaining")).Should()
            .Be(("\"default\";r=1;t=60", "\"default\";q=2;w=60", "1"));
        ((int)(await mock.SendAsync("GET", "a", null)).StatusCode).Should().Be(200);
        clock.Ahead = TimeSpan.FromSeconds(20);
        var refused = await mock.SendAsync("GET", "b", null);
        ((int)refused.StatusCode, Field(refused, "Retry-After"), Field(refused, "X-RateLimit-Remaining")).Should().Be((429, "40", "0"));
        clock.Ahead = TimeSpan.FromSeconds(60);
        ((int)(await mock.SendAsync("GET", "b", null)).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Get_DocumentTellsOfHeaders_TheyCount()
    {
        await using var mock = await MockSession.StartAsync(Plain);
        var (first, second) = (await mock.SendAsync("GET", "b", null), await mock.SendAsync("GET", "b", null));
        (long.Parse(Field(first, "X-RateLimit-Remaining")!) - long.Parse(Field(second, "X-RateLimit-Remaining")!)).Should().Be(1);
        Field(await mock.SendAsync("GET", "a", null), "X-RateLimit-Remaining").Should().BeNull("the document names none there");
    }

    private static string? Field(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private sealed class Clock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => Start + Ahead;
    }
}
