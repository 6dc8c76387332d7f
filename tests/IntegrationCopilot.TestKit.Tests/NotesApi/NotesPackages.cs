using System.Diagnostics;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.NotesApi;

/// <summary>The packages that the API of notes stands on, installed once under <c>artifacts</c> with the versions of its lock file.</summary>
internal static class NotesPackages
{
    public const string AbsentReason = "node and npm, or the packages of NotesApi/package.json, cannot be had here.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    public static string Source { get; } = Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "NotesApi");

    /// <summary>The folder that holds <c>node_modules</c>; null when they cannot be installed.</summary>
    public static Task<string?> FolderAsync() => Installed.Value;

    private static async Task<string?> InstallAsync()
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "artifacts", "notes-api");
        var stamp = Path.Combine(folder, "node_modules", ".package-lock.json");
        Directory.CreateDirectory(folder);
        foreach (var name in (IEnumerable<string>)["package.json", "package-lock.json"]) File.Copy(Path.Combine(Source, name), Path.Combine(folder, name),
            overwrite: true);
        if (File.Exists(stamp) && File.GetLastWriteTimeUtc(stamp) > File.GetLastWriteTimeUtc(Path.Combine(Source, "package-lock.json"))) return folder;
        return await RunAsync("npm", "ci", "--prefix", folder, "--no-audit", "--no-fund", "--silent") ? folder : null;
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
            using var late = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(late.Token);
            return process.ExitCode == 0;
        }
        catch (Exception absent) when (absent is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }
}
