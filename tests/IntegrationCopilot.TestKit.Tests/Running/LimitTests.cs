using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>The tests of limits against an API that has one, or says so.</summary>
public sealed class LimitTests
{
    private const int Limit = 5;
    private static readonly RunOptions Provoking = new() { ProvokesLimits = true };

    [Fact]
    public async Task RunAsync_LimitsMayNotBeUsedUp_SkipsAndSendsNothing()
    {
        await using var api = await TestApi.StartAsync();
        var result = await RunAsync(api, Spec(), new());
        result.Cases.Should().HaveCount(3).And.OnlyContain(item => item.Status == CaseStatus.Skip && item.Reason!.EndsWith("--provoke-limits."));
        api.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_LimitsMayBeUsedUp_SendsUntilRefusedOnceAndThenWaits()
    {
        await using var api = await TestApi.StartAsync(Limited("1"));
        var result = await RunAsync(api, Spec(), Provoking);
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Pass, string.Join('\n', result.Cases.Select(item => item.Reason)));
        api.Requests.Count(asked => asked.Url == "/things").Should().Be(Limit + 2);
    }

    [Theory]
    [InlineData("in a minute", true, "PASS FAIL NO_VERDICT")]
    [InlineData(null, true, "PASS FAIL NO_VERDICT")]
    [InlineData(null, false, "PASS WARN NO_VERDICT")]
    public async Task RunAsync_RefusalDoesNotSayWhen_IsFoundAsFarAsTheDocumentPromisesIt(string? retryAfter, bool isDescribed, string statuses)
    {
        await using var api = await TestApi.StartAsync(Limited(retryAfter));
        var result = await RunAsync(api, Spec(isDescribed), Provoking);
        string.Join(' ', result.Cases.Select(item => item.Status.ToWire())).Should().Be(statuses, string.Join('\n', result.Cases.Select(item => item.Reason)));
    }

    [Fact]
    public async Task RunAsync_StillRefusedAfterTheWait_Fails()
    {
        await using var api = await TestApi.StartAsync(Limited("0", forEver: true));
        var recovers = (await RunAsync(api, Spec(), Provoking)).Cases[2];
        (recovers.Id, recovers.Status).Should().Be(("rate-limiting-recovers.things", CaseStatus.Fail), recovers.Reason);
    }

    [Fact]
    public async Task RunAsync_LimitIsNotReached_GivesUpWithoutAVerdict()
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Response.WriteAsJsonAsync(new { }));
        var result = await RunAsync(api, Spec(), Provoking);
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.NoVerdict && item.Reason!.Contains("were all let in"));
        api.Requests.Count(asked => asked.Url == "/things").Should().BeLessThanOrEqualTo(1_000);
    }

    [Fact]
    public void Generate_OperationThatWrites_IsNeverSentAThousandTimes()
    {
        var spec = Read(Document(isDescribed: true).Replace("get:", "post:", StringComparison.Ordinal));
        GoldenTestGenerator.Generate(spec).Tests.Where(IsAboutLimits).Should().OnlyContain(test => test.Reach == GoldenTestReach.MockOnly);
    }

    /// <summary>Lets the first few requests in and refuses those after them, once or for ever.</summary>
    private static Func<int, HttpContext, Task> Limited(string? retryAfter, bool forEver = false)
    {
        var asked = 0;
        return (_, context) =>
        {
            if (context.Request.Path != "/things") return Task.CompletedTask;
            var number = Interlocked.Increment(ref asked);
            if (number <= Limit || (number > Limit + 1 && !forEver)) return context.Response.WriteAsJsonAsync(new { });
            context.Response.StatusCode = 429;
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
    }

    private static async Task<RunResult> RunAsync(TestApi api, ApiSpec spec, RunOptions options)
    {
        var suite = GoldenTestGenerator.Generate(spec);
        using var client = TestRunner.CreateClient();
        return await new TestRunner(spec, client).RunAsync(suite with { Tests = [.. suite.Tests.Where(IsAboutLimits)] },
            RunFixture.Sandbox(api.BaseUrl) with { Credentials = [] }, options, TestContext.Current.CancellationToken);
    }

    private static bool IsAboutLimits(GoldenTest test) => test.Category == TestCategoryIds.RateLimiting;

    private static ApiSpec Spec(bool isDescribed = true) => Read(Document(isDescribed));

    private static ApiSpec Read(string yaml) => ApiSpecReader.Read(Encoding.UTF8.GetBytes(yaml), "things.yaml").Spec!;

    private static string Document(bool isDescribed) => $$"""
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        paths:
          /things:
            get:
              responses:
                "200": { description: All., content: { application/json: { schema: { type: object } } } }
                "429": { description: Too many.{{(isDescribed ? ", headers: { Retry-After: { schema: { type: string } } }" : "")}} }
        """;
}
