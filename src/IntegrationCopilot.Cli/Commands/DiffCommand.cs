using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.Cli.Sheets;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>diff</c>: what changed between two versions of a description, and what it means for clients.</summary>
internal static class DiffCommand
{
    private const string Any = "any";
    private const string Breaking = "breaking";

    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "The older version: a path, '-' for standard input, or an http(s) URL." };
        var @new = new Argument<string>("NEW") { Description = "The newer version, given in the same ways." };
        var root = new Option<string>("--root")
            { HelpName = "DIR", Description = "The folder whose files OLD and NEW may refer to. Default: for each the folder it is in." };
        var format = FormatOption.Create();
        var reports = new SheetReportOption(SheetReport.Json, SheetReport.Sarif, SheetReport.Markdown);
        var failOn = new Option<string>("--fail-on") { Description = "What makes the exit code 1: breaking (the default), any change, or none.",
            DefaultValueFactory = _ => Breaking }.AcceptOnlyFromAmong(Breaking, Any, "none");
        var command = new Command("diff",
            "Say what changed between two versions of a document: what breaks clients, what does not, what is only documentation. Exits with 1 when something "
            + "breaks them or a document cannot be read.") { old, @new, root, format, failOn };
        reports.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (older, newer) = (parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new));
            if (older == "-" && newer == "-") throw new MisuseException("Only one of OLD and NEW can be '-': there is one standard input.");
            var wanted = reports.Read(parsed);
            var folder = parsed.GetValue(root);
            if (await ReadAsync(terminal, older, folder, cancellationToken) is not { } before) return ExitCodes.Failed;
            if (await ReadAsync(terminal, newer, folder, cancellationToken) is not { } after) return ExitCodes.Failed;
            var changes = ApiComparison.Compare(before, after, cancellationToken);
            if (!await SheetReportOption.WriteAsync(terminal, wanted, DiffSheet.Of(before, after, changes)))
            {
                if (parsed.GetValue(format) == FormatOption.Json) JsonOutput.Write(terminal.Output, DiffAnswer.Of(before, after, changes));
                else DiffLines.Write(terminal, parsed, before, after, changes);
            }

            return Fails(changes, parsed.GetValue(failOn)) ? ExitCodes.Failed : ExitCodes.Good;
        });
        return command;
    }

    private static bool Fails(IReadOnlyList<ApiChange> changes, string? failOn) =>
        failOn == Any ? changes.Count > 0 : failOn == Breaking && changes.Any(c => c.Kind == ChangeKind.Breaking);

    private static async Task<ApiSpec?> ReadAsync(Terminal terminal, string spec, string? root, CancellationToken cancellationToken)
    {
        var read = await SpecLoader.LoadAsync(spec, root, terminal.Input, cancellationToken);
        ProblemLines.WriteErrors(terminal, read.Problems);
        return read.Spec;
    }
}
