using System.Diagnostics;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>Packages of npm that tests need, installed once under <c>artifacts</c> with the versions of a lock file.</summary>
/// <param name="source">The folder that holds <c>package.json</c> and its lock file.</param>
/// <param name="name">The folder under <c>artifacts</c>.</param>
/// <param name="scripts">Files of the folder that are to stand beside the packages.</param>
internal sealed class NpmPackages(string source, string name, params string[] scripts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Lazy<Task<string?>> installed = new(() => InstallAsync(source, name, scripts));

    /// <summary>The folder that holds <c>node_modules</c>; null when they cannot be installed.</summary>
    public Task<string?> FolderAsync() => installed.Value;

    private static async Task<string?> InstallAsync(string source, string name, IEnumerable<string> scripts)
    {
        var folder = Path.Combine(SharedData.RepositoryRoot, "artifacts", name);
        var stamp = Path.Combine(folder, "node_modules", ".package-lock.json");
        Directory.CreateDirectory(folder);
        foreach (var file in scripts.Append("package.json").Append("package-lock.json"))
            File.Copy(Path.Combine(source, file), Path.Combine(folder, file), overwrite: true);
        if (File.Exists(stamp) && File.GetLastWriteTimeUtc(stamp) > File.GetLastWriteTimeUtc(Path.Combine(source, "package-lock.json"))) return folder;
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
