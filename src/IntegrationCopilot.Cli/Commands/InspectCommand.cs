using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;
using Spectre.Console;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>inspect</c>: what a document is and what is wrong with it.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var format = FormatOption.Create();
        var command = new Command("inspect", "Say what a document is: version, operations, groups, capabilities with evidence, problems with line and column.") { format };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await spec.LoadAsync(terminal, parsed, cancellationToken);
            if (parsed.GetValue(format) == FormatOption.Json) JsonOutput.Write(terminal.Output, InspectAnswer.Of(read));
            else WriteText(terminal.Text(parsed), read);
            return read.Spec is null || read.HasErrors ? ExitCodes.Failed : ExitCodes.Good;
        });
        return command;
    }

    private static void WriteText(IAnsiConsole console, SpecReadResult read)
    {
        if (read.Spec is { } spec) WriteApi(console, spec);
        if (read.Problems.Count == 0) return;
        console.MarkupLine($"[bold]Problems[/] ({read.Problems.Count})");
        ProblemLines.Write(console, read.Problems);
    }

    private static void WriteApi(IAnsiConsole console, ApiSpec spec)
    {
        console.MarkupLine($"[bold]{PlainMarkup.Of(spec.Title)}[/] {PlainMarkup.Of(spec.Version)}, OpenAPI {PlainMarkup.Of(spec.OpenApiVersion)}");
        console.MarkupLine($"{Count(spec.Operations.Count, "operation")} in {Count(spec.Groups.Count, "group")}, {Count(spec.Webhooks.Count, "webhook")}");
        foreach (var group in spec.Groups)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{PlainMarkup.Of(group.Name)}[/]");
            foreach (var operation in group.Operations) console.MarkupLine(Line(operation));
        }
        console.WriteLine();
        console.MarkupLine("[bold]Capabilities[/]");
        foreach (var capability in spec.Capabilities) console.MarkupLine(Line(capability));
        console.WriteLine();
    }

    private static string Line(ApiOperation operation) =>
        $"  {PlainMarkup.Of(operation.Method),-7} {PlainMarkup.Of(operation.Path)}{(operation.Summary is { } summary ? $"  [grey]{PlainMarkup.Of(OneLine(summary))}[/]" : "")}{(operation.Deprecated ? " [yellow](deprecated)[/]" : "")}";

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

/// <summary>What <c>inspect --format json</c> answers. The strings of a document that cannot be understood are null.</summary>
internal sealed record InspectAnswer(
    string? Openapi,
    string? Title,
    string? Version,
    IReadOnlyList<OperationAnswer> Operations,
    IReadOnlyList<CapabilityAnswer> Capabilities,
    IReadOnlyList<ProblemAnswer> Problems)
{
    public static InspectAnswer Of(SpecReadResult read) => new(
        read.Spec?.OpenApiVersion,
        read.Spec?.Title,
        read.Spec?.Version,
        [.. (read.Spec?.Operations ?? []).Select(o => new OperationAnswer(o.Path, o.Method, o.OperationId, o.Group, o.Location.Line, o.Location.Column))],
        [.. (read.Spec?.Capabilities ?? []).Select(c => new CapabilityAnswer(c.Id, c.Detected, Math.Round(c.Confidence, 2), c.Kinds, [.. c.Evidence.Select(EvidenceAnswer.Of)]))],
        ProblemLines.Answers(read.Problems));
}

/// <summary>An operation: path template, method in upper case, place of its Operation Object.</summary>
internal sealed record OperationAnswer(string Path, string Method, string? OperationId, string Group, int Line, int Column);

/// <summary>A capability with how sure we are, 0 to 1.</summary>
internal sealed record CapabilityAnswer(string Id, bool Detected, double Confidence, IReadOnlyList<string> Kinds, IReadOnlyList<EvidenceAnswer> Evidence);

/// <summary>A place that shows a capability.</summary>
internal sealed record EvidenceAnswer(string Pointer, int Line, int Column, string Reason)
{
    public static EvidenceAnswer Of(CapabilityEvidence evidence) => new(evidence.Location.Pointer, evidence.Location.Line, evidence.Location.Column, evidence.Fact.ToString());
}
