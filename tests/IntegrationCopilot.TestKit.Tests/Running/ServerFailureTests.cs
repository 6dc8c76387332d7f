using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A server that fails is told apart by what it fails: a mistake in a request, or the same request a second time.</summary>
public sealed class ServerFailureTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read("""
        openapi: 3.0.3
        info: { title: Peers, version: '1' }
        paths:
          /peers:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, required: [ip, account], properties: { ip: { type: string }, account: { type: string } } } } }
              responses: { '201': { description: Made. }, '400': { description: Wrong. } }
        """u8.ToArray(), "peers.yaml").Spec!;

    [Fact]
    public async Task Run_ServerFailsAtTheSecondOfAKind_IsOneDefectThatBlamesNoMistake()
    {
        var made = 0;
        var result = await RunAsync((_, context) =>
        {
            context.Response.StatusCode = context.Request.Method == "POST" && Interlocked.Increment(ref made) > 1 ? 500 : 201;
            return Task.CompletedTask;
        });
        var failed = result.Cases.Where(item => item.Status is CaseStatus.Fail or CaseStatus.Warn && item.Cause?.Status == 500).ToList();
        failed.Should().Contain(item => item.Id.StartsWith("contract-type", StringComparison.Ordinal));
        failed.Select(item => item.Cause!.Id).Distinct().Should().ContainSingle();
        failed.Should().OnlyContain(item => item.Reason!.Contains("the unbroken request, too") && item.Cause!.Rule == null);
    }

    [Fact]
    public async Task Run_ServerFailsAtAMistake_BlamesTheMistake()
    {
        var result = await RunAsync(async (_, context) =>
        {
            context.Request.Body.Position = 0;
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = body.Contains("\"account\":{", StringComparison.Ordinal) ? 500 : 201;
        });
        var failed = result.Cases.Single(
            item => item.Id.StartsWith("contract-type", StringComparison.Ordinal) && item.Id.EndsWith("account", StringComparison.Ordinal));
        failed.Status.Should().Be(CaseStatus.Fail);
        failed.Cause!.Rule!.Place.Should().Be("/account");
        failed.Reason.Should().Contain("the server failed instead of refusing");
    }

    private static async Task<RunResult> RunAsync(Func<int, HttpContext, Task> answer)
    {
        await using var api = await TestApi.StartAsync(answer);
        using var client = TestRunner.CreateClient();
        var suite = GoldenTestGenerator.Generate(Spec);
        return await new TestRunner(Spec, client).RunAsync(suite with { Tests = [.. suite.Tests.Where(test => test.Category == TestCategoryIds.Contract)] },
            Sandbox(api.BaseUrl) with { Credentials = [] }, cancellationToken: TestContext.Current.CancellationToken);
    }
}
