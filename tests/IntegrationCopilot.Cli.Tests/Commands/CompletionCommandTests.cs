using System.Diagnostics;
using IntegrationCopilot.Testing;

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
    public async Task Completion_OtherShell_SaysWhichThereAre() =>
        (await CliRun.OfAsync("completion", "cmd")).Error.Should().Contain("bash").And.Contain("pwsh");

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

    [Theory]
    [InlineData("integration-copilot ru", "run")]
    [InlineData("integration-copilot run --fail-on no", "no-verdict none")]
    [InlineData("integration-copilot inspect api.yaml --for", "--format")]
    public async Task Completion_InFish_Completes(string line, string expected)
    {
        var script = $"""
            function integration-copilot; dotnet '{Tool}' $argv; end
            integration-copilot completion fish | source
            complete -C '{line}'
            """;
        var lines = (await OutputAsync("fish", "--no-config", "-c", script)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string.Join(' ', lines.Select(found => found.Split('\t')[0]).Order(StringComparer.Ordinal)).Should().Be(expected);
    }

    /// <summary>The functions of zsh that only work at a prompt are stood in for; what they would be given is shown.</summary>
    [Theory]
    [InlineData("integration-copilot ru", "run")]
    [InlineData("integration-copilot run --fail-on no", "no-verdict none")]
    [InlineData("integration-copilot inspect api.yaml --for", "--format")]
    [InlineData("integration-copilot inspect nothing-begins-so", "files")]
    public async Task Completion_InZsh_Completes(string line, string expected)
    {
        var script = $$"""
            integration-copilot() { dotnet '{{Tool}}' "$@"; }
            compdef() { :; }
            _files() { echo files; }
            compadd() { local item; for item in "${(@P)2}"; do [[ $item != ${LBUFFER##* }* ]] || echo "$item"; done; }
            eval "$(integration-copilot completion zsh)"
            LBUFFER='{{line}}'
            _integration_copilot
            """;
        var lines = (await OutputAsync("zsh", "-f", "-c", script)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string.Join(' ', lines.Order(StringComparer.Ordinal)).Should().Be(expected);
    }

    private static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "IntegrationCopilot.Cli.dll");

    private static async Task<string> OutputAsync(string shell, params string[] args)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Requirement.Present(folders.Any(folder => File.Exists(Path.Combine(folder, shell))), $"There is no {shell} on this machine.");
        using var empty = new TempFolder();
        var start = new ProcessStartInfo(shell, args) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = empty.PathOf("") };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
