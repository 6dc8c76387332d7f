using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.NotesApi;

/// <summary>The API of notes itself, by plain HTTP: right as it stands, and each bug can be seen.</summary>
public sealed class NotesServerTests
{
    private static readonly Lazy<Task<string>> Right = new(() => ProbeAsync(null));

    public static IEnumerable<TheoryDataRow<string>> Bugs => NotesServer.Bugs.Keys.Select(bug => new TheoryDataRow<string>(bug));

    [Fact]
    public async Task Probe_NothingWrong_IsAsReviewed()
    {
        var golden = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "notes-api", "probe.txt");
        var written = await Right.Value;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(golden, written);
        written.Should().Be(await File.ReadAllTextAsync(golden));
    }

    [Theory, MemberData(nameof(Bugs))]
    public async Task Probe_OneBug_IsSeen(string bug) => (await ProbeAsync(bug)).Should().NotBe(await Right.Value, NotesServer.Bugs[bug]);

    private static async Task<string> ProbeAsync(string? bug)
    {
        await using var server = await NotesServer.StartAsync(bug);
        return await NotesProbe.RunAsync(server.BaseUrl);
    }
}
