using System.CommandLine;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>The document a command is about.</summary>
internal static class SpecArgument
{
    public static Argument<string> Create() => new("SPEC") { Description = "The OpenAPI document: a path, '-' for standard input, or an http(s) URL." };

    /// <summary>Reads the document; the errors are written when it cannot be understood at all.</summary>
    /// <returns>The API; null when there is none, which ends the command with <see cref="ExitCodes.Failed"/>.</returns>
    public static async Task<ApiSpec?> ReadAsync(Terminal terminal, string spec, CancellationToken cancellationToken)
    {
        var read = await SpecLoader.LoadAsync(spec, terminal.Input, cancellationToken);
        ProblemLines.WriteErrors(terminal.Error, read.Problems);
        return read.Spec;
    }
}
