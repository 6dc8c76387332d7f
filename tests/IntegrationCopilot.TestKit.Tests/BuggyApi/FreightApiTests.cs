using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>The freight API itself, by plain HTTP: right as it stands, and each bug can be seen.</summary>
public sealed class FreightApiTests
{
    private static readonly Lazy<Task<string>> Right = new(ProbeAsync);

    public static IEnumerable<TheoryDataRow<string>> Bugs => AllBugs.List.Select(bug => new TheoryDataRow<string>(bug.Id));

    [Fact]
    public async Task Probe_NothingWrong_IsAsReviewed()
    {
        var written = await Right.Value;
        written.Should().Be(await GoldenAsync("probe.txt", written));
    }

    [Theory, MemberData(nameof(Bugs))]
    public async Task Probe_OneBug_IsSeen(string id)
    {
        await using var api = await FreightApi.StartAsync(AllBugs.Named(id), isInMemory: true);
        (await FreightProbe.RunAsync(api)).Should().NotBe(await Right.Value, AllBugs.Named(id).Description);
    }

    [Fact]
    public async Task Probe_OnTheWire_IsTheSame()
    {
        await using var api = await FreightApi.StartAsync();
        (await FreightProbe.RunAsync(api)).Should().Be(await Right.Value);
    }

    [Fact]
    public void Bugs_All_AreNamedOnceAndSayWhereTheyComeFrom()
    {
        AllBugs.List.Should().HaveCountGreaterThan(36);
        AllBugs.List.Select(bug => bug.Id).Should().OnlyHaveUniqueItems();
        AllBugs.List.Should().OnlyContain(bug => bug.Source.Contains("RFC", StringComparison.Ordinal)
            || bug.Source.Contains("draft-ietf", StringComparison.Ordinal) || bug.Source.Contains("JSON Schema", StringComparison.Ordinal)
            || bug.Source.Contains('#', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Document_AsGenerated_HasNoProblemAndIsAsReviewed()
    {
        await using var api = await FreightApi.StartAsync(isInMemory: true);
        using var client = api.CreateClient();
        var written = await client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative));
        var read = ApiSpecReader.Read(Encoding.UTF8.GetBytes(written), "freight.json");
        read.Problems.Should().BeEmpty();
        read.Spec!.Operations.Count.Should().Be(24);
        written.Should().Be(await GoldenAsync("freight.json", written));
    }

    private static async Task<string> GoldenAsync(string name, string written)
    {
        var golden = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "freight-api", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(golden, written);
        return await File.ReadAllTextAsync(golden);
    }

    private static async Task<string> ProbeAsync()
    {
        await using var api = await FreightApi.StartAsync(isInMemory: true);
        return await FreightProbe.RunAsync(api);
    }
}
