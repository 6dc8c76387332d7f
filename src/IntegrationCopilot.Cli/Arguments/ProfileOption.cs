using System.CommandLine;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>The file that says which categories of tests are asked of which group.</summary>
internal static class ProfileOption
{
    public static Option<string> Create() =>
        new("--profile") { HelpName = "FILE",
        Description = "JSON or YAML that says which categories are REQUIRED, OPTIONAL, NA or AUTO for a group or for all ('*')." };

    /// <returns>The profile; null when no file is given.</returns>
    /// <exception cref="MisuseException">There is no such file, or it is not a profile.</exception>
    public static async Task<TestProfile?> ReadAsync(Terminal terminal, string? path, ApiSpec spec, CancellationToken cancellationToken)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'.");
        var read = TestProfile.Read(await File.ReadAllBytesAsync(path, cancellationToken), path, spec);
        foreach (var problem in read.Problems) terminal.WriteErrorLine(problem.ToString());
        return read.Profile ?? throw new MisuseException($"'{path}' cannot be used as a profile.");
    }
}
