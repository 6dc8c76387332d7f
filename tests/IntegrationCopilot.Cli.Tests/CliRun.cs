using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.Cli.Tests;

/// <summary>One run of the command line in this process, with what it printed.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static string Payments { get; } = Path.Combine(IntegrationCopilot.Testing.SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<CliRun> OfAsync(params string[] args) => WithInputAsync("", args);

    public static Task<CliRun> WithInputAsync(string input, params string[] args) => RunAsync(input, args, TestContext.Current.CancellationToken);

    /// <summary>A run that is called in a folder.</summary>
    public static Task<CliRun> InFolderAsync(string folder, params string[] args) =>
        RunAsync("", args, TestContext.Current.CancellationToken, Path.GetFullPath(folder));

    /// <summary>A run that is stopped, as Ctrl+C does.</summary>
    public static Task<CliRun> StoppedByAsync(CancellationToken stop, params string[] args) => RunAsync("", args, stop);

    private static async Task<CliRun> RunAsync(string input, string[] args, CancellationToken cancellationToken, string? folder = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            isInteractive: false) { Folder = folder ?? Directory.GetCurrentDirectory() };
        var code = await CommandLine.RunAsync(args, terminal, cancellationToken);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}

/// <summary>A folder for the length of one test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ic-cli-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
