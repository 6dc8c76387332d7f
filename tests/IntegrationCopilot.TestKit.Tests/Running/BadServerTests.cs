using System.Collections.Concurrent;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What a server does that is broken, or is not the one that was meant: the cause is told, the run goes on, the trace is kept.</summary>
public sealed class BadServerTests
{
    private static readonly GoldenTestSuite Two = Suite(Case(Get("list", Status("200"), new ConformsAssertion())) with { Id = "list" },
        Case(Post("create", "{}", new SucceedsAssertion())) with { Id = "create" });

    [Fact]
    public async Task Run_RedirectToAnotherHost_IsNotFollowed()
    {
        await using var elsewhere = await TestApi.StartAsync();
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.Redirect($"{elsewhere.BaseUrl}items");
            return Task.CompletedTask;
        });
        var result = await RunAsync(Suite(Case(Get("list", new SucceedsAssertion()))), Sandbox(api.BaseUrl));
        result.Cases.Single().Should().Match<CaseResult>(item => item.Status == CaseStatus.NoVerdict && item.Reason!.Contains("sent us elsewhere"));
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_BodyThatNeverEnds_IsAnErrorAndTheRunGoesOn()
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Request.Method == "POST" ? FineAsync(context) : EndlessAsync(context));
        var (result, traces) = await TracedAsync(Two, Sandbox(api.BaseUrl), new RunOptions { MaxResponseBytes = 10_000 });
        result.Cases.Select(item => item.Status).Should().Equal(CaseStatus.Error, CaseStatus.Pass);
        result.Cases[0].Reason.Should().Contain("GET").And.Contain("larger than this run reads");
        traces.Should().Contain(trace => trace.CaseId == "list" && trace.Response == null);
    }

    [Fact]
    public async Task Run_ConnectionResetInTheMiddle_IsAnErrorAndTheRunGoesOn()
    {
        await using var api = await TestApi.StartAsync(async (_, context) =>
        {
            if (context.Request.Method == "POST")
            {
                await FineAsync(context);
                return;
            }

            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{");
            context.Abort();
        });
        var (result, traces) = await TracedAsync(Two, Sandbox(api.BaseUrl), new RunOptions());
        result.Cases.Select(item => item.Status).Should().Equal(CaseStatus.Error, CaseStatus.Pass);
        result.Cases[0].Reason.Should().Contain("the connection broke off");
        traces.Should().Contain(trace => trace.CaseId == "list");
    }

    [Fact]
    public async Task Run_PageForEverything_SaysThatSomethingElseAnswers()
    {
        await using var api = await TestApi.StartAsync((_, context) => PageAsync(context));
        var result = await RunAsync(Two, Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.NoVerdict && item.Reason!.Contains("answered with a web page (text/html)"));
        api.Requests.Count(asked => asked.Url.EndsWith("-is-described-nowhere", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task Run_PageOfOneOperation_IsAWrongAnswer()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            if (context.Request.Path == "/items") return PageAsync(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        var test = Case(Post("create", "{}", Status("200"), new ConformsAssertion()));
        (await RunAsync(Suite(test), Sandbox(api.BaseUrl) with { Credentials = [] })).Cases.Single().Status.Should().Be(CaseStatus.Fail);
    }

    [Fact]
    public async Task Run_CertificateThatIsOver_SaysSo()
    {
        await using var server = await ExpiredServer.StartAsync();
        var result = await RunAsync(Two, Sandbox(server.BaseUrl));
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Error && item.Reason!.Contains("no secure connection came about")
            && item.Reason.Contains("certificate"));
    }

    private static async Task<(RunResult Result, IReadOnlyCollection<ApiTrace> Traces)> TracedAsync(GoldenTestSuite suite, RunTarget target, RunOptions options)
    {
        var traces = new ConcurrentQueue<ApiTrace>();
        var result = await RunAsync(suite, target, options with
        {
            OnTrace = (trace, _) =>
            {
                traces.Enqueue(trace);
                return Task.CompletedTask;
            },
        });
        return (result, traces);
    }

    private static Task FineAsync(HttpContext context)
    {
        context.Response.StatusCode = 201;
        return context.Response.WriteAsJsonAsync(new { id = "1" });
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync("and so on, ");
    }

    private static Task PageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!doctype html><title>Sign in</title>");
    }
}
