using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>inspect</c>: what a document is and what is wrong with it.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var format = FormatOption.Create();
        var command = new Command("inspect",
            "Say what a document is: version, operations and what they do, resources, capabilities with evidence, problems with line and column.") { format };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await spec.LoadAsync(terminal, parsed, cancellationToken);
            if (parsed.GetValue(format) == FormatOption.Json) JsonOutput.Write(terminal.Output, InspectAnswer.Of(read));
            else WriteText(terminal, parsed, read);
            return read.Spec is null || read.HasErrors ? ExitCodes.Failed : ExitCodes.Good;
        });
        return command;
    }

    private static void WriteText(Terminal terminal, ParseResult parsed, SpecReadResult read)
    {
        using var lines = terminal.Text(parsed);
        if (read.Spec is { } spec) WriteApi(lines, spec);
        if (read.Problems.Count == 0) return;
        lines.Markup($"[bold]Problems[/] ({read.Problems.Count})");
        ProblemLines.Write(lines, read.Problems);
    }

    private static void WriteApi(TextLines lines, ApiSpec spec)
    {
        lines.Markup($"[bold]{PlainMarkup.Of(spec.Title)}[/] {PlainMarkup.Of(spec.Version)}, OpenAPI {PlainMarkup.Of(spec.OpenApiVersion)}");
        lines.Markup($"{Count(spec.Operations.Count, "operation")} in {Count(spec.Groups.Count, "group")}, {Count(spec.Webhooks.Count, "webhook")}");
        foreach (var group in spec.Groups)
        {
            lines.Empty();
            lines.Markup($"[bold]{PlainMarkup.Of(group.Name)}[/]");
            foreach (var operation in group.Operations) lines.Markup(Line(operation, spec.Resources.Of(operation)));
        }
        InspectResources.Write(lines, spec.Resources);
        lines.Empty();
        lines.Markup("[bold]Capabilities[/]");
        foreach (var capability in spec.Capabilities) lines.Markup(Line(capability));
        lines.Empty();
    }

    private static string Line(ApiOperation operation, OperationMeaning meaning)
    {
        var summary = operation.Summary is { } words ? $"  [grey]{PlainMarkup.Of(OneLine(words))}[/]" : "";
        return $"  {PlainMarkup.Of(operation.Method),-7} {PlainMarkup.Of(operation.Path)}{summary}{Effect(meaning)}{(operation.Deprecated ? " [yellow](deprecated)[/]" : "")}";
    }

    /// <summary>Nothing for what is safe, which most are.</summary>
    private static string Effect(OperationMeaning meaning) => meaning.Effect switch
    {
        OperationEffect.Safe => "",
        OperationEffect.Dangerous => " [red](dangerous)[/]",
        var effect => $" [grey]({InspectWords.Of(effect)})[/]",
    };

    private static string Line(Capability capability)
    {
        if (!capability.Detected) return $"  [grey]no   {PlainMarkup.Of(capability.Id)}[/]";
        var kinds = capability.Kinds.Count == 0 ? "" : $" ({PlainMarkup.Of(string.Join(", ", capability.Kinds))})";
        var evidence = capability.Evidence.Count == 0 ? "" : $"  {capability.Evidence[0].Fact}, {capability.Evidence[0].Location}";
        var more = capability.Evidence.Count > 1 ? $" and {capability.Evidence.Count - 1} more" : "";
        return $"  [green]yes[/]  {PlainMarkup.Of(capability.Id)}{kinds}, {capability.Confidence * 100:0} % sure[grey]{PlainMarkup.Of(evidence)}{more}[/]";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
