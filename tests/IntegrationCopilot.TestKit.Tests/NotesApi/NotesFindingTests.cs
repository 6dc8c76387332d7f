using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.NotesApi;

/// <summary>The golden tests against the API of notes: failing nothing when nothing is wrong, and telling when one thing is. No variable is given.</summary>
public sealed class NotesFindingTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<RunResult>> Right = new(() => RunAsync(null));

    public static IEnumerable<TheoryDataRow<string>> Bugs => NotesServer.Bugs.Keys.Select(bug => new TheoryDataRow<string>(bug));

    [Fact]
    public async Task Run_NothingWrong_FailsNothing()
    {
        var result = await Right.Value;
        foreach (var item in result.Cases.Where(item => item.Status is CaseStatus.NoVerdict or CaseStatus.Error or CaseStatus.Skip))
            output.WriteLine($"{item.Status} {item.Id}: {item.Reason}");
        Findings(result).Where(item => !IsOfItsLanguage(item)).Select(item => $"{item.Status} {item.Id}: {item.Reason}").Should().BeEmpty();
        var sent = result.Totals.Pass + result.Totals.Fail + result.Totals.Warn + result.Totals.NoVerdict + result.Totals.Error;
        result.Totals.Pass.Should().BeGreaterThanOrEqualTo((int)(0.9 * sent));
    }

    [Theory, MemberData(nameof(Bugs))]
    public async Task Run_OneBug_IsFound(string bug)
    {
        var right = Findings(await Right.Value).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var found = Findings(await RunAsync(bug)).Where(item => !right.Contains(item.Id)).ToList();
        foreach (var item in found) output.WriteLine($"{item.Status} {item.Id}: {item.Reason}");
        found.Should().NotBeEmpty(NotesServer.Bugs[bug]);
    }

    /// <summary>Its JSON reader keeps the last of two members of one name, which RFC 8259 advises against and does not forbid.</summary>
    private static bool IsOfItsLanguage(CaseResult item) =>
        item.Status == CaseStatus.Warn && item.Id.StartsWith("contract-duplicate-member.", StringComparison.Ordinal);

    private static IEnumerable<CaseResult> Findings(RunResult result) => result.Cases.Where(item => item.Status is CaseStatus.Fail or CaseStatus.Warn);

    private static async Task<RunResult> RunAsync(string? bug)
    {
        await using var server = await NotesServer.StartAsync(bug);
        var spec = await server.ReadSpecAsync();
        using var client = TestRunner.CreateClient();
        var target = new RunTarget
        {
            Environment = EnvironmentType.Sandbox,
            BaseUrl = server.BaseUrl,
            Credentials = [new BearerCredentials(NotesServer.Token)],
        };
        return await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), target, new RunOptions { MaxConcurrency = 4, RunId = "finding" },
            TestContext.Current.CancellationToken);
    }
}
