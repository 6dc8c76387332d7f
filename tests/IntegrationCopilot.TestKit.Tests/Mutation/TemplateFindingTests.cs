using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.TestKit.Tests.BuggyApi;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Mutation;

/// <summary>Every template has a fault that its tests find: one of the mock's, or a bug of the freight API.</summary>
public sealed class TemplateFindingTests(ITestOutputHelper output)
{
    /// <summary>Of no API: the client gives up by itself, whatever the server does.</summary>
    private const string AboutTheClient = "timeout-gives-up";

    private static readonly Lazy<Task<ApiSpec>> Payments = new(async () =>
        (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"))).Spec!);

    private static readonly IReadOnlyDictionary<string, string> Finds = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(
        Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "Mutation", "TemplateFinds.json")))!;

    public static IEnumerable<TheoryDataRow<string>> Templates => Finds.Keys.Select(template => new TheoryDataRow<string>(template));

    [Fact]
    public async Task Templates_OfBothApis_AreAllListed()
    {
        await using var api = await FreightApi.StartAsync(isInMemory: true);
        var all = GoldenTestGenerator.Generate(await Payments.Value).Tests.Concat(GoldenTestGenerator.Generate(await api.ReadSpecAsync()).Tests)
            .Select(test => test.Template).Distinct(StringComparer.Ordinal);
        Finds.Keys.Append(AboutTheClient).Should().BeEquivalentTo(all);
    }

    [Theory, MemberData(nameof(Templates))]
    public async Task Template_ItsFault_IsFound(string template)
    {
        var fault = Finds[template];
        var bug = AllBugs.List.FirstOrDefault(known => known.Id == fault);
        var (right, wrong) = bug is null ? await OfMockAsync(template, MockFaults.Find(fault)!) : await OfFreightAsync(template, bug);
        var silent = right.Cases.Where(item => item.Status is not (CaseStatus.Fail or CaseStatus.Warn)).Select(item => item.Id)
            .ToHashSet(StringComparer.Ordinal);
        var found = wrong.Cases.Where(item => item.Status is CaseStatus.Fail or CaseStatus.Warn && silent.Contains(item.Id)).ToList();
        foreach (var item in wrong.Cases) output.WriteLine($"{item.Status} {item.Id}: {item.Reason}");
        found.Should().NotBeEmpty();
    }

    private static async Task<(RunResult Right, RunResult Wrong)> OfMockAsync(string template, MockFault fault)
    {
        var spec = await Payments.Value;
        var suite = Of(template, GoldenTestGenerator.Generate(spec));
        var trial = new FaultTrial(spec, 0);
        var cancel = TestContext.Current.CancellationToken;
        return ((await trial.RunAsync(suite, null, cancel)).Result, (await trial.RunAsync(suite, fault, cancel)).Result);
    }

    private static async Task<(RunResult Right, RunResult Wrong)> OfFreightAsync(string template, Bug bug) =>
        (await RunAsync(template, null), await RunAsync(template, bug));

    private static async Task<RunResult> RunAsync(string template, Bug? bug)
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
        return await new TestRunner(spec, client).RunAsync(Of(template, GoldenTestGenerator.Generate(spec)), target, new RunOptions { RunId = "finding" },
            TestContext.Current.CancellationToken);
    }

    private static GoldenTestSuite Of(string template, GoldenTestSuite suite) =>
        suite with { Tests = [.. suite.Tests.Where(test => test.Template == template)] };
}
