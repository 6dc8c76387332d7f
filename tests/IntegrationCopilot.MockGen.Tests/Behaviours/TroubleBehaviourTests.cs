namespace IntegrationCopilot.MockGen.Tests;

public sealed class TroubleBehaviourTests
{
    private const string Plain = """
        openapi: 3.1.0
        info: { title: Plain, version: "1" }
        paths:
          /a: { get: { responses: { "200": { description: ok } } } }
        """;

    [Fact]
    public async Task Get_FailureRate_FailsThatShareTheSameWayEachTime()
    {
        var runs = new List<int[]>();
        for (var run = 0; run < 2; run++)
        {
            await using var mock =
                await MockSession.StartAsync(Plain, new MockServerOptions { Seed = 5, Trouble = new MockTrouble { FailureRate = 0.3, FailureStatus = 502 } });
            var statuses = new int[100];
            for (var i = 0; i < statuses.Length; i++) statuses[i] = (int)(await mock.SendAsync("GET", "a", null)).StatusCode;
            runs.Add(statuses);
        }
        runs[0].Should().Equal(runs[1]);
        runs[0].Count(status => status == 502).Should().BeInRange(15, 45);
        runs[0].Should().OnlyContain(status => status == 200 || status == 502);
    }

    [Fact]
    public async Task Get_TimeoutAskedFor_BreaksTheConnectionAndTheMockGoesOn()
    {
        await using var mock = await MockSession.StartAsync(Plain, new MockServerOptions { MaxDelay = TimeSpan.FromMilliseconds(50) });
        var silent = () => mock.SendAsync("GET", "a", null, "Prefer: timeout");
        await silent.Should().ThrowAsync<HttpRequestException>();
        ((int)(await mock.SendAsync("GET", "a", null)).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Get_Delay_IsThatLongAtLeast()
    {
        await using var mock =
            await MockSession.StartAsync(Plain, new MockServerOptions { Trouble = new MockTrouble { Delay = TimeSpan.FromMilliseconds(80) } });
        var started = TimeProvider.System.GetTimestamp();
        await mock.SendAsync("GET", "a", null);
        TimeProvider.System.GetElapsedTime(started).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(75));
    }
}
