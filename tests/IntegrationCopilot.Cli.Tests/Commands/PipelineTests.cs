using System.Diagnostics;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>The shell steps of the GitHub action and of the GitLab template, as their runners would have them run, with this build of the tool.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task Action_DocumentThatHolds_SucceedsAndWritesReportsSummaryAndOutput()
    {
        using var place = new Pipeline();
        var run = await place.GitHubAsync(("SPEC", CliRun.Payments), ("ARGUMENTS", "--category\nauthentication\n"));
        run.ExitCode.Should().Be(0, run.Text);
        Directory.GetFiles(place.PathOf("integration-copilot-reports")).Select(Path.GetFileName)
            .Should().BeEquivalentTo("payments.xml", "payments.sarif", "payments.html", "payments.md");
        (await File.ReadAllTextAsync(place.PathOf("summary.md"))).Should().Contain("Example Payments API");
        (await File.ReadAllTextAsync(place.PathOf("output.txt"))).Should().Be("reports=integration-copilot-reports\n");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "--api-key\nk3y-0123456789", 1)]
    [InlineData("", "--no-such-option", 2)]
    public async Task Action_ApiThatIsNotThereOrWrongWord_EndsAsTheCommandDoes(string baseUrl, string arguments, int expected)
    {
        using var place = new Pipeline();
        var run = await place.GitHubAsync(("SPEC", CliRun.Payments), ("BASE_URL", baseUrl), ("ARGUMENTS", arguments));
        run.ExitCode.Should().Be(expected, run.Text);
    }

    [Fact]
    public async Task Action_HostileInputs_AreWordsAndNeverCommands()
    {
        using var place = new Pipeline();
        var run = await place.GitHubAsync(("SPEC", "$(touch owned).yaml; touch owned"), ("ENVIRONMENT", "`touch owned`"), ("ARGUMENTS", "\"; touch owned #"));
        run.ExitCode.Should().Be(2, run.Text);
        File.Exists(place.PathOf("owned")).Should().BeFalse();
    }

    [Fact]
    public async Task Template_DocumentThatHolds_SucceedsAndWritesReports()
    {
        using var place = new Pipeline();
        var run = await place.GitLabAsync(("SPEC", CliRun.Payments), ("ARGUMENTS", "--category authentication"));
        run.ExitCode.Should().Be(0, run.Text);
        File.Exists(place.PathOf("integration-copilot-reports/payments.xml")).Should().BeTrue();
        (await place.GitLabAsync(("SPEC", CliRun.Payments), ("BASE_URL", "http://127.0.0.1:9"), ("ARGUMENTS", "--api-key k3y-0123456789"))).ExitCode.Should()
            .Be(1);
    }

    /// <summary>A folder in which a pipeline runs, where <c>integration-copilot</c> is this build.</summary>
    private sealed class Pipeline : IDisposable
    {
        private readonly TempFolder folder = new();

        public Pipeline()
        {
            if (!OperatingSystem.IsLinux()) Assert.Skip("The steps are tried in bash, which is there on Linux.");
            Directory.CreateDirectory(PathOf("bin"));
            var tool = folder.Write("bin/integration-copilot",
                $"#!/usr/bin/env bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "IntegrationCopilot.Cli.dll")}' \"$@\"\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public string PathOf(string name) => folder.PathOf(name);

        /// <summary>The steps of the action, with what its inputs hand on.</summary>
        public Task<(int ExitCode, string Text)> GitHubAsync(params (string Name, string Value)[] inputs)
        {
            var steps = Read("action.yml")["runs"]["steps"].Children.Select(step => step["run"].GetString()!);
            return BashAsync(steps, [.. inputs, ("GITHUB_ACTION_PATH", SharedData.RepositoryRoot), ("GITHUB_STEP_SUMMARY", PathOf("summary.md")),
                ("GITHUB_OUTPUT", PathOf("output.txt")), ("GITHUB_PATH", PathOf("path.txt"))]);
        }

        /// <summary>The lines of the template's job.</summary>
        public Task<(int ExitCode, string Text)> GitLabAsync(params (string Name, string Value)[] variables)
        {
            var job = Read("pipelines/gitlab.yml")[".integration-copilot"];
            var own = job["variables"].Children.Select(variable => (variable.Name, variable.GetString()!));
            return BashAsync(job["before_script"].Children.Concat(job["script"].Children).Select(line => line.GetString()!), [.. own, .. variables]);
        }

        public void Dispose() => folder.Dispose();

        private static RawNode Read(string file) =>
            RawDocumentReader.Read(File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, file)), file).Document!.Root;

        private async Task<(int ExitCode, string Text)> BashAsync(IEnumerable<string> lines, IEnumerable<(string Name, string Value)> variables)
        {
            var start = new ProcessStartInfo("bash", ["-c", string.Join('\n', lines.Prepend("set -eo pipefail"))])
                { WorkingDirectory = PathOf("."), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var (name, value) in variables) start.Environment[name] = value;
            start.Environment["PATH"] = $"{PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
            using var bash = Process.Start(start)!;
            var text = await Task.WhenAll(bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
                bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (bash.ExitCode, string.Concat(text));
        }
    }
}
