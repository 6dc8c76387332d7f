using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>blueprint</c>: what a partner has to build.</summary>
internal static class BlueprintCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var format = FormatOption.Create("markdown");
        var command = new Command("blueprint", "Write what a partner has to build, endpoint by endpoint.") { format };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await spec.ReadAsync(terminal, parsed, cancellationToken) is not { } api) return ExitCodes.Failed;
            var blueprint = Blueprint.FromSpec(api, examples: new SampleExamples(api));
            var text = parsed.GetValue(format) == FormatOption.Json ? blueprint.ToJson() : blueprint.ToMarkdown();
            await terminal.Output.WriteLineAsync(text.TrimEnd('\n'));
            return ExitCodes.Good;
        });
        return command;
    }
}
