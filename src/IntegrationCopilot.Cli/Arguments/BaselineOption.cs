using System.CommandLine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary><c>--baseline</c>: an earlier run that this one is compared with.</summary>
internal static class BaselineOption
{
    public static Option<string> Create() =>
        new("--baseline") { HelpName = "FILE",
        Description = "The JSON report of an earlier run ('--report json=FILE'): tell what is new since, mended and still there. "
            + "Then only what is new makes the exit code 1." };

    /// <returns>The earlier run; null when no file is given.</returns>
    /// <exception cref="MisuseException">There is no such file, or it is not the report of a run.</exception>
    public static async Task<RunBaseline?> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'.");
        return RunBaseline.TryRead(await File.ReadAllBytesAsync(path, cancellationToken), out var baseline, out var problem)
            ? baseline : throw new MisuseException($"'{path}' cannot be compared with. {problem}");
    }
}
