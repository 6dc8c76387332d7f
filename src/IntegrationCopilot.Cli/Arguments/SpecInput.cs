using System.CommandLine;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>The document a command is about, and the folder that may be read for it.</summary>
internal sealed class SpecInput
{
    private readonly Argument<string> spec = new("SPEC") { Description = "The OpenAPI document: a path, '-' for standard input, or an http(s) URL." };
    private readonly Option<string> root =
        new("--root") { HelpName = "DIR", Description = "The folder whose files SPEC may refer to. Default: the folder SPEC is in." };

    public void AddTo(Command command)
    {
        command.Add(spec);
        command.Add(root);
    }

    /// <summary>Reads the document and finds what is wrong with it.</summary>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public async Task<SpecReadResult> LoadAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken) =>
        DocumentCheck.Complete(await LoadUncheckedAsync(terminal, parsed, cancellationToken), cancellationToken);

    /// <summary>Reads the document at once, without what <see cref="DocumentCheck"/> adds.</summary>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public Task<SpecReadResult> LoadUncheckedAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken) =>
        SpecLoader.LoadAsync(parsed.GetRequiredValue(spec), parsed.GetValue(root), terminal.Input, cancellationToken);

    /// <summary>Reads the document; the errors are written when it cannot be understood at all.</summary>
    /// <returns>The API; null when there is none, which ends the command with <see cref="ExitCodes.Failed"/>.</returns>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public async Task<ApiSpec?> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = await LoadAsync(terminal, parsed, cancellationToken);
        ProblemLines.WriteErrors(terminal, read.Problems);
        return read.Spec;
    }
}
