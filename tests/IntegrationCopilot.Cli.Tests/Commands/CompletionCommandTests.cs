using System.Diagnostics;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("", "run")]
    [InlineData("mo", "mock")]
    [InlineData("run --fail", "--fail-on")]
    [InlineData("run --fail-on ", "no-verdict")]
    [InlineData("run --category ", "pagination")]
    [InlineData("mock --fault ", "stack-trace")]
    public async Task Suggest_BeginningOfALine_IsWhatMayFollow(string line, string suggestion)
    {
        var run = await CliRun.OfAsync($"[suggest:{line.Length}]", line);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Should().Contain(suggestion);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c integration-copilot")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completion_Shell_IsItsScript(string shell, string part) =>
        (await CliRun.OfAsync("completion", shell)).Output.Should().Contain(part).And.Contain("[suggest:");

    [Fact]
    public async Task Completion_OtherShell_SaysWhichThereAre() => (await CliRun.OfAsync("completion", "cmd")).Error.Should().Contain("bash").And.Contain("pwsh");

    [Theory]
    [InlineData("integration-copilot ru", "run")]
    [InlineData("integration-copilot run --fail-on no", "no-verdict none")]
    [InlineData("integration-copilot inspect api.yaml --for", "--format")]
    public async Task Completion_InBash_Completes(string line, string expected)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The script is tried in bash, which is there on Linux.");
        var tool = Path.Combine(AppContext.BaseDirectory, "IntegrationCopilot.Cli.dll");
        var script = $$"""
            integration-copilot() { dotnet '{{tool}}' "$@"; }
            eval "$(integration-copilot completion bash)"
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _integration_copilot
            echo "${COMPREPLY[*]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Should().Be(expected);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
