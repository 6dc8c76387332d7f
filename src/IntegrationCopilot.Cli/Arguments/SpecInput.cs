using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationCopilot.Cli.Config;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>The document a command is about, and the folder that may be read for it; without one, that of the file of settings.</summary>
internal sealed class SpecInput
{
    private readonly Argument<string[]> spec;
    private readonly Option<string> root =
        new("--root") { HelpName = "DIR", Description = "The folder whose files SPEC may refer to. Default: the folder SPEC is in." };
    private readonly Option<string> config = new("--config") { HelpName = "FILE",
        Description = $"The file of settings. Default, where SPEC is not given: {ConfigFile.Name} of this folder or the nearest one above." };

    /// <param name="several">Whether the command takes any number of documents, each in turn.</param>
    public SpecInput(bool several = false) => spec = new("SPEC")
    {
        Arity = several ? ArgumentArity.ZeroOrMore : ArgumentArity.ZeroOrOne,
        CustomParser = static result => [.. result.Tokens.Select(word => word.Value)],
        Description = several
            ? "The OpenAPI documents: paths, patterns such as 'apis/**/*.yaml', '-' for standard input, or http(s) URLs."
            : "The OpenAPI document: a path, '-' for standard input, or an http(s) URL.",
    };

    public void AddTo(Command command)
    {
        command.Add(spec);
        command.Add(root);
        command.Add(config);
    }

    /// <summary>The document by a name that does not depend on how it was written.</summary>
    public static string FullName(string document) =>
        document == SpecLoader.StandardInput || HttpUrl.Is(document) ? document : Path.GetFullPath(document);

    /// <summary>The documents that are named, patterns resolved; none when none is.</summary>
    /// <exception cref="MisuseException">A pattern matches nothing.</exception>
    public IReadOnlyList<string> Named(ParseResult parsed) =>
        [.. (parsed.GetValue(spec) ?? []).SelectMany(SpecPattern.Resolve).Distinct(StringComparer.Ordinal)];

    /// <summary>The words that name documents.</summary>
    public IReadOnlyList<Token> WordsOf(ParseResult parsed) => parsed.GetResult(spec)?.Tokens ?? [];

    /// <summary>The file of settings that is used; null when a document is named and no file.</summary>
    /// <exception cref="MisuseException">There is none and no document either, or it is wrong.</exception>
    public ConfigFile? ConfigOf(Terminal terminal, ParseResult parsed)
    {
        if (parsed.GetValue(config) is { } given) return ConfigFile.Read(given);
        if (WordsOf(parsed).Count > 0) return null;
        return ConfigFile.Find(terminal.Folder) is { } found ? ConfigFile.Read(found) : throw new MisuseException(
            $"SPEC is missing: name the OpenAPI document, or have 'integration-copilot init' write {ConfigFile.Name}, which names it.");
    }

    /// <summary>Reads the document and finds what is wrong with it.</summary>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public async Task<SpecReadResult> LoadAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken) =>
        DocumentCheck.Complete(await LoadUncheckedAsync(terminal, parsed, cancellationToken), cancellationToken);

    /// <summary>Reads the document at once, without what <see cref="DocumentCheck"/> adds.</summary>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public Task<SpecReadResult> LoadUncheckedAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (document, folder) = Document(terminal, parsed);
        return SpecLoader.LoadAsync(document, folder, terminal.Input, cancellationToken);
    }

    /// <summary>Reads the document; the errors are written when it cannot be understood at all.</summary>
    /// <returns>The API; null when there is none, which ends the command with <see cref="ExitCodes.Failed"/>.</returns>
    /// <exception cref="MisuseException">There is nothing to read there.</exception>
    public async Task<ApiSpec?> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = await LoadAsync(terminal, parsed, cancellationToken);
        ProblemLines.WriteErrors(terminal, read.Problems);
        return read.Spec;
    }

    /// <summary>The one document, and the folder it may read.</summary>
    /// <exception cref="MisuseException">There is none, or more than one.</exception>
    public (string Document, string? Root) Document(Terminal terminal, ParseResult parsed)
    {
        var folder = parsed.GetValue(root);
        if (WordsOf(parsed) is [var word, ..]) return (word.Value, folder);
        var file = ConfigOf(terminal, parsed)!;
        return file.Apis is [var api]
            ? (api.Document, folder ?? api.Root)
            : throw new MisuseException(
                $"{file.Path} names several documents; name the one that is meant: {string.Join(", ", file.Apis.Select(other => other.Document))}.");
    }
}
