using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.NotesApi;

/// <summary>An API in another language, on a framework from a package registry, as a process of its own; see <c>server.js</c>.</summary>
internal sealed class NotesServer : IAsyncDisposable
{
    public const string Token = "nt_5d1c08f3a97b4e62";

    private readonly Process process;

    private NotesServer(Process process, int port) => (this.process, BaseUrl) = (process, new Uri($"http://127.0.0.1:{port}/"));

    /// <summary>Each bug and where it comes from.</summary>
    public static IReadOnlyDictionary<string, string> Bugs { get; } =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(NotesPackages.Source, "bugs.json")))!;

    public Uri BaseUrl { get; }

    /// <summary>Starts it; skips the calling test where node or the packages cannot be had.</summary>
    public static async Task<NotesServer> StartAsync(string? bug = null)
    {
        var packages = await NotesPackages.FolderAsync();
        Requirement.Present(packages is not null, NotesPackages.AbsentReason);
        var start = new ProcessStartInfo("node", [Path.Combine(NotesPackages.Source, "server.js")])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        start.Environment["NODE_PATH"] = Path.Combine(packages!, "node_modules");
        start.Environment["BUG"] = bug ?? "";
        var started = Process.Start(start)!;
        var line = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("server.js ended before it listened.");
        return new NotesServer(started, int.Parse(line, CultureInfo.InvariantCulture));
    }

    /// <summary>What it says of itself.</summary>
    public async Task<ApiSpec> ReadSpecAsync()
    {
        using var client = new HttpClient { BaseAddress = BaseUrl };
        return ApiSpecReader.Read(await client.GetByteArrayAsync(new Uri("openapi.json", UriKind.Relative)), "notes.json").Spec!;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
