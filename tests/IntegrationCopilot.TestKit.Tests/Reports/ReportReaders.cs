using System.Diagnostics;
using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>Readers of reports that are not ours, and the schemas that come with them.</summary>
internal static class ReportReaders
{
    private const string AbsentReason = "node and npm, or the packages of Reports/Readers/package.json, cannot be had here.";

    private static readonly NpmPackages Packages =
        new(Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "Reports", "Readers"), "report-readers", "read.mjs");

    /// <summary>A file of a package.</summary>
    public static async Task<string> FileAsync(params string[] path) => Path.Combine([await FolderAsync(), "node_modules", .. path]);

    /// <summary>What the reader of a kind made of a report; the test fails when it refuses it.</summary>
    public static async Task<JsonElement> ReadAsync(string kind, byte[] report)
    {
        var (ended, output, error) = await RunAsync("node", [Path.Combine(await FolderAsync(), "read.mjs"), kind], report);
        ended.Should().Be(0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    public static async Task<(int Ended, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static async Task<string> FolderAsync()
    {
        var folder = await Packages.FolderAsync();
        Requirement.Present(folder is not null, AbsentReason);
        return folder!;
    }
}
