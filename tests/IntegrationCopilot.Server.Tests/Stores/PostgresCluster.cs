using System.Diagnostics;
using Npgsql;

namespace IntegrationCopilot.Server.Tests.Stores;

/// <summary>A PostgreSQL for this test run: the one that <c>IC_POSTGRES</c> names by a connection string, or a private cluster in a temporary folder.</summary>
/// <remarks>
/// The private cluster listens on a socket in that folder only, runs as an unprivileged user, and ends with this process however that ends:
/// the shell that holds it waits for its standard input to close.
/// </remarks>
internal sealed class PostgresCluster
{
    public const string AbsentReason =
        "PostgreSQL is not installed under /usr/lib/postgresql (Debian: apt-get install postgresql), and IC_POSTGRES names no server.";

    private const string User = "postgres";
    private static readonly string? Given = Environment.GetEnvironmentVariable("IC_POSTGRES");
    private static readonly string? Programs = FindPrograms();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly Lazy<Task<PostgresCluster>> Own = new(StartAsync);

    private Process? _process;
    private DirectoryInfo? _folder;
    private string _connectionString = "";

    public static bool IsPresent => !string.IsNullOrEmpty(Given) || Programs is not null;

    /// <summary>Connects as a user who may create databases.</summary>
    public static async Task<string> ConnectionStringAsync() => string.IsNullOrEmpty(Given) ? (await Own.Value)._connectionString : Given;

    /// <summary>Ends the private cluster, if this run started one.</summary>
    public static async Task StopAsync()
    {
        if (!Own.IsValueCreated || await Own.Value is not { _process: { } process } cluster) return;
        NpgsqlConnection.ClearAllPools();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        cluster._folder!.Delete(recursive: true);
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("copilot-pg-");
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = (UnixFileMode)0b111_111_111;
        var (password, passwordFile) = (Guid.NewGuid().ToString("n"), Path.Combine(folder.FullName, "password"));
        await File.WriteAllTextAsync(passwordFile, password);
        var data = Path.Combine(folder.FullName, "data");
        await RunAsync(folder,
            $"{AsUser}{Programs}/initdb -D {data} -U {User} --encoding=UTF8 --locale=C.UTF-8 --auth=scram-sha-256 --pwfile={passwordFile} --no-sync");
        var options =
            $"-c listen_addresses= -c unix_socket_directories={folder.FullName} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300";
        var process = Shell(folder, $"{AsUser}{Programs}/postgres -D {data} {options} & server=$!; read -r _; kill -INT $server; wait $server");
        var cluster = new PostgresCluster
        {
            _process = process,
            _folder = folder,
            _connectionString = new NpgsqlConnectionStringBuilder { Host = folder.FullName, Username = User, Password = password, Database = "postgres",
                IncludeErrorDetail = true }.ToString(),
        };
        await cluster.WaitUntilReadyAsync();
        return cluster;
    }

    private async Task WaitUntilReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < Patience && !_process!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(DirectoryInfo folder, string command)
    {
        using var process = Shell(folder, command);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0) return;
        throw new InvalidOperationException($"{command}\nended with {process.ExitCode}: {await File.ReadAllTextAsync(Path.Combine(folder.FullName, "log"))}");
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string AsUser => Environment.UserName == "root" ? $"setpriv --reuid={User} --regid={User} --clear-groups " : "";

    private static Process Shell(DirectoryInfo folder, string command) => Process.Start(new ProcessStartInfo("/bin/sh")
    {
        ArgumentList = { "-c", $"exec >>log 2>&1; {command}" },
        WorkingDirectory = folder.FullName,
        UseShellExecute = false,
        RedirectStandardInput = true,
    })!;

    private static string? FindPrograms() => !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql")
        .Select(version => Path.Combine(version, "bin"))
        .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
        .OrderByDescending(bin => bin, StringComparer.Ordinal)
        .FirstOrDefault();
}
