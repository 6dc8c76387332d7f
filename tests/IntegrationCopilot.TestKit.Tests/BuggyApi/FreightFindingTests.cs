using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>The golden tests against the freight API: silent when nothing is wrong, and telling when one thing is. No variable is given.</summary>
public sealed class FreightFindingTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<RunResult>> Right = new(() => RunAsync(null));

    public static IEnumerable<TheoryDataRow<string>> Bugs => AllBugs.List.Select(bug => new TheoryDataRow<string>(bug.Id));

    [Fact]
    public async Task Run_NothingWrong_FindsNothing()
    {
        var result = await Right.Value;
        output.WriteLine($"{result.Totals}");
        foreach (var item in result.Cases.Where(item => item.Status is CaseStatus.NoVerdict or CaseStatus.Error or CaseStatus.Skip))
            output.WriteLine($"{item.Status} {item.Id}: {item.Reason}");
        Findings(result).Select(item => $"{item.Status} {item.Id}: {item.Reason}").Should().BeEmpty();
        var sent = result.Totals.Pass + result.Totals.Fail + result.Totals.Warn + result.Totals.NoVerdict + result.Totals.Error;
        result.Totals.Pass.Should().BeGreaterThanOrEqualTo((int)(0.9 * sent));
    }

    [Theory, MemberData(nameof(Bugs))]
    public async Task Run_OneBug_IsFound(string id)
    {
        var right = Findings(await Right.Value).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var found = Findings(await RunAsync(AllBugs.Named(id))).Where(item => !right.Contains(item.Id)).ToList();
        foreach (var item in found) output.WriteLine($"{item.Status} {item.Id}: {item.Reason}");
        found.Should().NotBeEmpty(AllBugs.Named(id).Description);
    }

    private static IEnumerable<CaseResult> Findings(RunResult result) => result.Cases.Where(item => item.Status is CaseStatus.Fail or CaseStatus.Warn);

    private static async Task<RunResult> RunAsync(Bug? bug)
    {
        await using var api = await FreightApi.StartAsync(bug, isInMemory: true);
        var spec = await api.ReadSpecAsync();
        using var client = api.CreateClient();
        var target = new RunTarget
        {
            Environment = EnvironmentType.Sandbox,
            BaseUrl = api.BaseUrl,
            Credentials = [new ApiKeyCredentials(Gate.Header, ApiKeyLocation.Header, Gate.FirstKey)],
            OtherCredentials = [new ApiKeyCredentials(Gate.Header, ApiKeyLocation.Header, Gate.SecondKey)],
        };
        return await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), target, new RunOptions { MaxConcurrency = 4, RunId = "finding" },
            TestContext.Current.CancellationToken);
    }
}
