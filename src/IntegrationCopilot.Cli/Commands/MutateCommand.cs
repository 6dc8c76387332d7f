using System.CommandLine;
using System.Globalization;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>mutate</c>: how many of the faults that an API could have its golden tests find.</summary>
internal static class MutateCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var format = FormatOption.Create();
        var seed = SeedOption.Create();
        var command = new Command("mutate", "Run the golden tests against mocks with one fault each, and tell which faults are found.") { format, seed };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await spec.ReadAsync(terminal, parsed, cancellationToken) is not { } api) return ExitCodes.Failed;
            var report = await MeasureAsync(terminal, api, parsed.GetValue(seed), cancellationToken);
            if (parsed.GetValue(format) == FormatOption.Json) JsonOutput.Write(terminal.Output, MutationAnswer.Of(report));
            else WriteText(terminal, parsed, report);
            return report.FalseAlarms.Count == 0 ? ExitCodes.Good : ExitCodes.Failed;
        });
        return command;
    }

    private static Task<MutationReport> MeasureAsync(Terminal terminal, ApiSpec api, int seed, CancellationToken cancellationToken)
    {
        var progress = new FaultLines(terminal);
        return MutationTester.MeasureAsync(api, new MutationOptions { Seed = seed, Progress = progress }, cancellationToken);
    }

    private static void WriteText(Terminal terminal, ParseResult parsed, MutationReport report)
    {
        using var lines = terminal.Text(parsed);
        lines.Markup($"[bold]{PlainMarkup.Of(report.Title)}[/]");
        foreach (var fault in report.Faults)
        {
            var (colour, word) =
                fault switch { { IsTimedOut: true } => ("red", "GIVEN UP"), { IsApplicable: false } => ("grey", "cannot show"),
                    { IsFound: true } => ("green", "found"), _ => ("red", "NOT FOUND") };
            lines.Markup($"  [{colour}]{word,-12}[/] {PlainMarkup.Of(fault.Fault)}: {PlainMarkup.Of(fault.Title)}");
            if (fault.FoundBy.Count > 0) lines.Markup($"               [grey]by {PlainMarkup.Of(ByWhom(fault.FoundBy))}[/]");
            else if (fault.SpoilsRun) lines.Markup("               [grey]by the run: most cases got no answer[/]");
            else if (fault.IsTimedOut) lines.Markup("               [grey]it took too long[/]");
            else if (fault.IsApplicable)
                lines.Markup($"               [grey]it shows in the answer to {PlainMarkup.Of(fault.ShownBy!)}{PlainMarkup.Of(Nearest(fault))}[/]");
        }

        lines.Empty();
        foreach (var alarm in report.FalseAlarms)
            lines.Markup($"[red]False alarm[/] {PlainMarkup.Of($"{alarm.Id}: {alarm.Reason}")}");
        lines.Markup(string.Create(CultureInfo.InvariantCulture,
            $"{report.Found} of {report.Applicable} faults found that can show{(report.Score is { } score ? $" ({100 * score:0} %)" : "")}; {report.FewestCases.Count} cases find as many."));
    }

    private static string ByWhom(IReadOnlyList<string> cases) =>
        cases.Count <= 2 ? string.Join(", ", cases) : string.Create(CultureInfo.InvariantCulture, $"{cases[0]} and {cases.Count - 1} more");

    private static string Nearest(MutationResult fault) => fault.NoticedBy.Count == 0 ? "" : $"; without a verdict: {ByWhom(fault.NoticedBy)}";

    private sealed class FaultLines(Terminal terminal) : IProgress<MutationProgress>
    {
        private const int Step = 10;

        public void Report(MutationProgress value)
        {
            if (value.Done % Step == 0 || value.Done == value.Total)
                terminal.WriteErrorLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} faults tried"));
        }
    }
}

/// <summary>What <c>mutate --format json</c> answers.</summary>
internal sealed record MutationAnswer(string Title, int Seed, int Applicable, int Found, double? Score, IReadOnlyList<FaultAnswer> Faults,
    IReadOnlyList<string> FewestCases, IReadOnlyList<string> FalseAlarms)
{
    public static MutationAnswer Of(MutationReport report) => new(report.Title, report.Seed, report.Applicable, report.Found, report.Score,
        [.. report.Faults.Select(FaultAnswer.Of)], report.FewestCases, [.. report.FalseAlarms.Select(alarm => alarm.Id)]);
}

/// <summary>A fault and who found it.</summary>
internal sealed record FaultAnswer(string Id, string Title, string Rule, bool Applicable, string? ShownBy, IReadOnlyList<string> FoundBy,
    IReadOnlyList<string> NoticedBy, bool SpoilsRun, bool TimedOut, int Requests)
{
    public static FaultAnswer Of(MutationResult fault) => new(fault.Fault, fault.Title, fault.Rule, fault.IsApplicable, fault.ShownBy, fault.FoundBy,
        fault.NoticedBy, fault.SpoilsRun, fault.IsTimedOut, fault.Requests);
}
