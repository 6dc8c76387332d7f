using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>The tests of lists, of keys and of the life of things against the freight API: nothing with nothing wrong, and the bugs that are theirs to
/// find.</summary>
public sealed class FreightLifeTests(ITestOutputHelper output)
{
    private static readonly string[] Categories = [TestCategoryIds.Pagination, TestCategoryIds.LifeCycle, TestCategoryIds.Idempotency];

    [Fact]
    public async Task Run_NothingWrong_FailsNothing()
    {
        var result = await RunAsync(null);
        foreach (var item in result.Cases.Where(item => item.Status != CaseStatus.NotApplicable))
            output.WriteLine($"{item.Status.ToWire()} {item.Id} {item.Operation}: {item.Reason}");
        result.Cases.Where(item => item.Status is not (CaseStatus.Pass or CaseStatus.NotApplicable)).Select(item => $"{item.Id}: {item.Reason}").Should()
            .BeEmpty();
    }

    [Theory]
    [InlineData("page-gap", "pagination-sizes")]
    [InlineData("page-repeats", "pagination-walk")]
    [InlineData("pages-endless", "pagination-walk")]
    [InlineData("cursor-repeated", "pagination-walk")]
    [InlineData("page-size-ignored", "pagination-page-size")]
    [InlineData("filter-ignored", "pagination-filter")]
    [InlineData("sort-ignored", "pagination-sort")]
    [InlineData("created-not-listed", "life-cycle-listed")]
    [InlineData("delete-deletes-nothing", "life-cycle-deleted")]
    [InlineData("replace-without-effect", "life-cycle-replaced")]
    [InlineData("patch-without-effect", "life-cycle-updated")]
    [InlineData("patch-resets-others", "life-cycle-updated")]
    [InlineData("patch-keeps-null", "life-cycle-removed-field")]
    [InlineData("create-stores-nothing", "create-resource-readable")]
    [InlineData("create-stores-nothing", "life-cycle-listed")]
    [InlineData("field-not-kept", "life-cycle-kept")]
    [InlineData("failed-create-stays", "life-cycle-failed-create")]
    [InlineData("idempotency-ignored", "idempotency-same-request")]
    [InlineData("idempotency-replays-other", "idempotency-other-request")]
    [InlineData("idempotency-race", "idempotency-at-once")]
    [InlineData("idempotency-key-not-needed", "idempotency-missing-key")]
    public async Task Run_OneBug_IsFoundByItsTest(string bug, string template)
    {
        var result = await RunAsync(AllBugs.Named(bug));
        var found = result.Cases.Where(item => item.Status is CaseStatus.Fail or CaseStatus.Warn).ToList();
        foreach (var item in result.Cases.Where(item => item.Status is not (CaseStatus.Pass or CaseStatus.NotApplicable))) output.WriteLine(
            $"{item.Status.ToWire()} {item.Id} {item.Operation}: {item.Reason}");
        found.Should().Contain(item => item.Id.StartsWith($"{template}.", StringComparison.Ordinal), AllBugs.Named(bug).Description);
    }

    private static async Task<RunResult> RunAsync(Bug? bug)
    {
        await using var api = await FreightApi.StartAsync(bug, isInMemory: true);
        var spec = await api.ReadSpecAsync();
        using var client = api.CreateClient();
        var suite = GoldenTestGenerator.Generate(spec);
        suite = suite with { Tests = [.. suite.Tests.Where(test => Categories.Contains(test.Category) || test.Template == "create-resource-readable")] };
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl,
            Credentials = [new ApiKeyCredentials(Gate.Header, ApiKeyLocation.Header, Gate.FirstKey)] };
        return await new TestRunner(spec, client).RunAsync(suite, target, null, TestContext.Current.CancellationToken);
    }
}
