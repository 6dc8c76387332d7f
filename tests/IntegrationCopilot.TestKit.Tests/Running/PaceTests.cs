using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using IntegrationCopilot.MockGen;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>How fast a run sends, and how often it tries what does not answer.</summary>
public sealed class PaceTests
{
    private static readonly Uri Nowhere = new("http://api.invalid/");
    private readonly HurriedClock clock = new();

    [Theory]
    [InlineData("Retry-After", "20", 20)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:30 GMT", 30)]
    [InlineData(null, null, 1)]
    public async Task Run_OneRequestTooMany_WaitsAndSendsItAgain(string? header, string? value, int seconds)
    {
        using var handler = new ScriptedClient((number, _) => number == 2 ? With(TooMany(), header, value) : Fine());
        var result = await RunAsync(handler, 1);
        result.Cases.Single().Status.Should().Be(CaseStatus.Pass, result.Cases.Single().Reason);
        handler.Asked.Should().HaveCount(3);
        clock.Waited.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Run_AskedToWaitLongerThanItDoes_HasNoVerdict()
    {
        using var handler = new ScriptedClient((number, _) => number == 1 ? Fine() : With(TooMany(), "Retry-After", "61"));
        var result = await RunAsync(handler, 1);
        result.Cases.Single().Status.Should().Be(CaseStatus.NoVerdict);
        handler.Asked.Should().HaveCount(2);
        clock.Waited.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Run_AlwaysOneTooMany_IsGivenUpAfterTwoMoreTries()
    {
        using var handler = new ScriptedClient((number, _) => number == 1 ? Fine() : With(TooMany(), "Retry-After", "5"));
        (await RunAsync(handler, 1)).Cases.Single().Status.Should().Be(CaseStatus.NoVerdict);
        handler.Asked.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("RateLimit", "limit=10, remaining=0, reset=7", 7)]
    [InlineData("RateLimit", "\"default\";r=0;t=8", 8)]
    [InlineData("RateLimit", "\"default\";r=3;t=8", 0)]
    [InlineData("RateLimit", "nonsense", 0)]
    public async Task Run_NothingLeftOfTheQuota_WaitsUntilThereIs(string header, string value, int seconds)
    {
        using var handler = new ScriptedClient((number, _) => number == 1 ? With(Fine(), header, value) : Fine());
        (await RunAsync(handler, 1)).Cases.Single().Status.Should().Be(CaseStatus.Pass);
        clock.Waited.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("X-RateLimit-", "0", "12", 12)]
    [InlineData("X-RateLimit-", "0", "1767225609", 9)]
    [InlineData("RateLimit-", "0", "3", 3)]
    [InlineData("X-RateLimit-", "1", "12", 0)]
    [InlineData("X-RateLimit-", "0", "soon", 0)]
    public async Task Run_NothingLeftByOlderFields_WaitsUntilThereIs(string prefix, string remaining, string reset, int seconds)
    {
        using var handler = new ScriptedClient((number, _) =>
            number == 1 ? With(With(Fine(), prefix + "Remaining", remaining), prefix + "Reset", reset) : Fine());
        (await RunAsync(handler, 1)).Cases.Single().Status.Should().Be(CaseStatus.Pass);
        clock.Waited.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Run_CappedRate_SpacesItsRequests()
    {
        using var handler = new ScriptedClient((_, _) => Fine());
        await RunAsync(handler, 9, new RunOptions { MaxRequestsPerSecond = 2, MaxConcurrency = 1 });
        handler.Asked.Should().HaveCount(10);
        clock.Waited.Should().Be(TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public async Task Run_RateOfNothing_IsTheCallersMistake()
    {
        using var handler = new ScriptedClient((_, _) => Fine());
        var run = () => RunAsync(handler, 1, new RunOptions { MaxRequestsPerSecond = 0 });
        await run.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Run_ServerCannotBeReached_IsTriedOnceAndEveryCaseSaysWhy()
    {
        using var handler = new ScriptedClient((_, _) => throw Refused());
        var result = await RunAsync(handler, 20);
        result.Cases.Should().HaveCount(20).And.OnlyContain(item => item.Status == CaseStatus.Error && item.Reason!.Contains("Connection refused"));
        handler.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task Run_ServerGoesAway_IsTriedAFewTimesMore()
    {
        using var handler = new ScriptedClient((number, _) => number <= 3 ? Fine() : throw Refused());
        var result = await RunAsync(handler, 50, new RunOptions { MaxConcurrency = 1 });
        result.Totals.Pass.Should().Be(2);
        result.Cases.Skip(2).Should().OnlyContain(item => item.Status == CaseStatus.Error && item.Reason!.Contains("Connection refused"));
        handler.Asked.Should().HaveCount(3 + 8);
    }

    private async Task<RunResult> RunAsync(ScriptedClient handler, int cases, RunOptions? options = null)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        var suite = Suite([.. Enumerable.Range(1, cases).Select(number => Case(Get("list", new SucceedsAssertion())) with { Id = $"case-{number}" })]);
        options = (options ?? new RunOptions()) with { Clock = clock, RequestTimeout = TimeSpan.FromHours(1) };
        return await new TestRunner(TestApi.Spec, client).RunAsync(suite, Sandbox(Nowhere) with { Credentials = [] }, options);
    }

    private static HttpRequestException Refused() => new(HttpRequestError.ConnectionError, "Connection refused (api.invalid:80)");

    private static HttpResponseMessage Fine() => new(HttpStatusCode.OK) { Content = JsonContent.Create(new { id = "1" }) };

    private static HttpResponseMessage TooMany() => new(HttpStatusCode.TooManyRequests);

    private static HttpResponseMessage With(HttpResponseMessage response, string? name, string? value)
    {
        if (name is not null) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
