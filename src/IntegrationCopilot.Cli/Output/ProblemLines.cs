using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli;

/// <summary>Problems of a document, for people and for scripts.</summary>
internal static class ProblemLines
{
    private const int ShownOnError = 20;
    private const int ShownOfAKind = 20;

    /// <summary>The problems in the order of the document; of those of one kind the first ones, and how many more there are.</summary>
    public static void Write(TextLines lines, IReadOnlyList<SpecProblem> problems)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            var count = counts[problem.Id] = counts.GetValueOrDefault(problem.Id) + 1;
            if (count <= ShownOfAKind) lines.Markup(Line(problem));
        }
        foreach (var (id, count) in counts.Where(c => c.Value > ShownOfAKind))
            lines.Markup($"  … and {count - ShownOfAKind} more [grey]{PlainMarkup.Of(id)}[/]; '--format json' lists them all.");
    }

    /// <summary>The errors that keep a command from what it was asked to do, the first ones.</summary>
    public static void WriteErrors(Terminal terminal, IReadOnlyList<SpecProblem> problems)
    {
        var errors = problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        foreach (var problem in errors.Take(ShownOnError)) terminal.WriteErrorLine($"{problem.Location}: error {problem.Id}: {problem.Message}");
        if (errors.Count > ShownOnError) terminal.WriteErrorLine($"… and {errors.Count - ShownOnError} more; 'inspect' lists them all.");
    }

    public static IReadOnlyList<ProblemAnswer> Answers(IReadOnlyList<SpecProblem> problems) =>
        [.. problems.Select(p => new ProblemAnswer(p.Id, Name(p.Severity), p.Message, p.Location.Pointer, p.Location.Line, p.Location.Column))];

    private static string Line(SpecProblem problem)
    {
        var colour = problem.Severity switch { ProblemSeverity.Error => "red", ProblemSeverity.Warning => "yellow", _ => "grey" };
        return $"  [{colour}]{Name(problem.Severity)}[/] {PlainMarkup.Of(problem.Location.ToString())} [grey]{PlainMarkup.Of(problem.Id)}[/]: {PlainMarkup.Of(problem.Message)}";
    }

    private static string Name(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Error => "error",
        ProblemSeverity.Warning => "warning",
        _ => "information",
    };
}

/// <summary>A problem as scripts read it. Line and column are 1-based, 0 when unknown.</summary>
internal sealed record ProblemAnswer(string Id, string Severity, string Message, string Pointer, int Line, int Column);
