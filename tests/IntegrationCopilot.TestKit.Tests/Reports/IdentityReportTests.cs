using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit.Tests.Running;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>What identifies is nobody else's: neither another case's nor that of an earlier run. What a run creates it removes, or says that it did
/// not.</summary>
public sealed class IdentityReportTests
{
    [Fact]
    public async Task Report_UniqueNames_AreNewInEveryCaseOfEveryRunAndGoneAfterwards()
    {
        var names = new UniqueNames("/items");
        await using var api = await names.StartAsync();
        var spec = await SpecAsync("04-unique-name-409", "h.yaml");
        foreach (var run in (string[])["one", "two"])
        {
            var result = await RunAsync(api, spec, run);
            CreatingShouldPass(result);
            result.Left.Should().BeEmpty();
            names.Count.Should().Be(0);
        }

        names.Made.Should().BeGreaterThan(4);
    }

    [Fact]
    public async Task Report_NothingDeletes_IsSaid()
    {
        var names = new UniqueNames("/leases", "ttl");
        await using var api = await names.StartAsync();
        var spec = await SpecAsync("42-unique-value-twice", "mini-dup.yaml");
        foreach (var run in (string[])["one", "two"])
        {
            var made = names.Made;
            var result = await RunAsync(api, spec, run);
            CreatingShouldPass(result);
            result.Left.Should().HaveCount(names.Made - made).And.OnlyContain(thing =>
                thing.Operation == "POST /leases" && thing.Identifier!.StartsWith('i')
                    && thing.Reason == "The document describes no operation that removes it.");
            using var text = new StringWriter();
            TextReport.Write(result, text);
            text.ToString().Should().Contain("left behind").And.Contain($"{result.Left.Count} of POST /leases (i");
        }
    }

    [Fact]
    public async Task Report_SameRunId_SendsTheSameValues()
    {
        var spec = await SpecAsync("42-unique-value-twice", "mini-dup.yaml");
        var bodies = new List<string[]>();
        foreach (var run in (string[])["one", "one", "two"])
        {
            await using var api = await new UniqueNames("/leases", "ttl").StartAsync();
            await RunAsync(api, spec, run);
            bodies.Add([.. api.Requests.Where(asked => asked.Method == "POST").Select(asked => asked.Body).Order(StringComparer.Ordinal)]);
        }

        bodies[1].Should().Equal(bodies[0]);
        bodies[2].Should().NotEqual(bodies[0]);
    }

    private static void CreatingShouldPass(RunResult result)
    {
        var creating = result.Cases.Where(item => item.Category == TestCategoryIds.CreateResource && item.Status != CaseStatus.NotApplicable).ToList();
        creating.Should().HaveCountGreaterThan(2).And.OnlyContain(item => item.Status == CaseStatus.Pass);
    }

    private static async Task<ApiSpec> SpecAsync(params string[] place) => (await ApiSpecReader.ReadFileAsync(SharedData.Require(["reports", .. place]))).Spec!;

    private static async Task<RunResult> RunAsync(TestApi api, ApiSpec spec, string run)
    {
        using var client = TestRunner.CreateClient();
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl, Credentials = [new BearerCredentials("good")] };
        return await new TestRunner(spec, client)
            .RunAsync(GoldenTestGenerator.Generate(spec), target, new RunOptions { RunId = run }, TestContext.Current.CancellationToken);
    }
}
