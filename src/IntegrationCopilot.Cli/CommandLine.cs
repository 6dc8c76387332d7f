using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Commands;

namespace IntegrationCopilot.Cli;

/// <summary>The whole command line, as a function of arguments and terminal.</summary>
internal static class CommandLine
{
    /// <summary>A value that begins with <c>@</c> is a value, not a file of arguments: it may be a secret.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var parsed = Root(terminal).Parse(args, Parsing);
        var isDirected = parsed.Tokens.Any(word => word.Type == TokenType.Directive);
        if (!isDirected && ParseMistakes.Of(parsed, args) is { Count: > 0 } mistakes) return Misused(terminal, mistakes);
        var invocation = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (MisuseException misuse)
        {
            return Misused(terminal, misuse.Messages);
        }
        catch (OperationCanceledException)
        {
            terminal.WriteErrorLine("Stopped.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Misused(terminal, [e.Message]);
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Understand an OpenAPI document, mock it, derive golden tests from it, and run them.")
        {
            InspectCommand.Create(terminal),
            BlueprintCommand.Create(terminal),
            DiffCommand.Create(terminal),
            MockCommand.Create(terminal),
            TestsCommand.Create(terminal),
            MutateCommand.Create(terminal),
            RunCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ProxyCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            TraceCommand.Create(terminal),
            InitCommand.Create(terminal),
            CompletionCommand.Create(terminal),
        };
        root.Add(Terminal.NoColor);
        return root;
    }

    private static int Misused(Terminal terminal, IReadOnlyList<string> messages)
    {
        foreach (var message in messages.Distinct(StringComparer.Ordinal)) terminal.WriteErrorLine(message);
        terminal.WriteErrorLine("Add --help for what a command takes.");
        return ExitCodes.Misused;
    }
}
