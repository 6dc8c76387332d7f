using System.Text;
using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>
/// Servers that answer the same to everything, and an address where nothing listens: no case passes there that should not. The verdict of every case is a
/// golden file.
/// </summary>
public sealed class DullServerTests
{
    private static readonly string Golden = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "dull-servers", "payments.txt");

    [Fact]
    public async Task Run_ServersThatAnswerTheSameToEverything_NoVerdictIsUnearned()
    {
        var runs = new List<(string Name, CliRun Run)>();
        foreach (var answer in DullServer.Answers) runs.Add((answer.Name, await RunAsync(answer)));
        runs.Insert(0, ("silent", await RunAsync("http://127.0.0.1:9")));
        runs.Should().OnlyContain(run => run.Run.ExitCode == ExitCodes.Failed);
        foreach (var (name, run) in runs) Statuses(run).Should().NotContain(status => status == "PASS" || status == "WARN", name);
        Statuses(runs.Single(run => run.Name == "html").Run).Should().NotContain("FAIL");
        Statuses(runs.Single(run => run.Name == "silent").Run).Should()
            .OnlyContain(status => status == "ERROR" || status == "SKIP" || status == "NOT_APPLICABLE");
        var written = Table(runs);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(Golden, written);
        written.Should().Be(await File.ReadAllTextAsync(Golden),
            "it is what {0} holds; when the change is meant, run with UPDATE_GOLDENS=1 and review the difference", Golden);
    }

    private static async Task<CliRun> RunAsync(DullAnswer answer)
    {
        await using var server = await DullServer.StartAsync(answer);
        return await RunAsync(server.BaseUrl);
    }

    private static Task<CliRun> RunAsync(string baseUrl) =>
        CliRun.OfAsync("run", CliRun.Payments, "--base-url", baseUrl, "--api-key", "a-key-of-this-test-0001", "--report", "json=-");

    private static IEnumerable<string> Statuses(CliRun run) =>
        run.Json.GetProperty("cases").EnumerateArray().Select(item => item.GetProperty("status").GetString()!);

    /// <summary>A line for each case, a column for each server.</summary>
    private static string Table(List<(string Name, CliRun Run)> runs)
    {
        var cases = runs.Select(run => run.Run.Json.GetProperty("cases").EnumerateArray().ToList()).ToList();
        var text = new StringBuilder();
        Line(text, runs.Select(run => run.Name), "case");
        Line(text, runs.Select(run => $"exit {run.Run.ExitCode}"), "");
        for (var index = 0; index < cases[0].Count; index++)
        {
            var id = cases[0][index].GetProperty("id").GetString()!;
            var verdicts = cases.Select(all => all[index].GetProperty("status").GetString()!).ToList();
            if (verdicts.Exists(verdict => verdict != "NOT_APPLICABLE")) Line(text, verdicts, id);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells, string last) =>
        text.Append(string.Concat(cells.Select(cell => cell.PadRight(11)))).Append(last).Append('\n');
}
