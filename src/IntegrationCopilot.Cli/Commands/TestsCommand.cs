using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>tests</c>: the golden tests a document yields, and which do not apply and why.</summary>
internal static class TestsCommand
{
    /// <summary>The golden tests themselves, to be edited and given to <c>--suite</c>.</summary>
    private const string Suite = "suite";

    public static Command Create(Terminal terminal)
    {
        var spec = new SpecInput();
        var format = FormatOption.Create(Suite, "for a file that can be edited and given to --suite");
        var suiteFile = SuiteOption.Create();
        var command = new Command("tests", "List the golden tests a document yields, which do not apply and why, and their variables.") { format, suiteFile };
        spec.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await spec.ReadAsync(terminal, parsed, cancellationToken) is not { } api) return ExitCodes.Failed;
            var suite = await SuiteOption.ReadAsync(parsed.GetValue(suiteFile), api, cancellationToken)
                ?? GoldenTestGenerator.Generate(api, cancellationToken: cancellationToken);
            if (parsed.GetValue(format) == Suite) terminal.Output.WriteLine(suite.ToJson());
            else if (parsed.GetValue(format) == FormatOption.Json) JsonOutput.Write(terminal.Output, TestsAnswer.Of(suite));
            else WriteText(terminal, parsed, suite);
            return ExitCodes.Good;
        });
        return command;
    }

    private static void WriteText(Terminal terminal, ParseResult parsed, GoldenTestSuite suite)
    {
        using var lines = terminal.Text(parsed);
        lines.Markup($"[bold]{PlainMarkup.Of(suite.Title)}[/] {PlainMarkup.Of(suite.Version)}");
        foreach (var category in suite.Tests.GroupBy(test => test.Category, StringComparer.Ordinal))
        {
            lines.Empty();
            lines.Markup($"[bold]{PlainMarkup.Of(category.Key)}[/]");
            foreach (var test in category) Write(lines, test);
        }
        VariableLines.Write(lines, SuiteTemplates.Variables(suite));
        lines.Empty();
        var totals = TestTotals.Of(suite);
        lines.Markup($"{totals.Applicable} of {totals.Total} golden tests apply.");
    }

    private static void Write(TextLines lines, GoldenTest test)
    {
        var operation = test.Operation is null ? "" : $"  [grey]{PlainMarkup.Of($"[{test.Operation}]")}[/]";
        lines.Markup($"  {(test.Applicable ? "[green]applies[/]       " : "[grey]not applicable[/]")} {PlainMarkup.Of(test.Name)}{operation}");
        if ((test.Applicable ? test.ReachReason : test.Reason) is { } reason)
            lines.Markup($"                 [grey]{(test is { Applicable: true, Reach: GoldenTestReach.MockOnly } ? "mock only: " : "")}{PlainMarkup.Of(reason)}[/]");
    }
}

/// <summary>What <c>tests --format json</c> answers.</summary>
internal sealed record TestsAnswer(string Title, string Version, int Seed, IReadOnlyList<TestAnswer> Cases, TestTotals Totals,
    IReadOnlyList<SuiteVariableAnswer> Variables)
{
    public static TestsAnswer Of(GoldenTestSuite suite) =>
        new(suite.Title, suite.Version, suite.Seed, [.. suite.Tests.Select(TestAnswer.Of)], TestTotals.Of(suite),
            [.. SuiteTemplates.Variables(suite).Select(SuiteVariableAnswer.Of)]);
}

/// <summary>A golden test. The status is <c>APPLICABLE</c> or <c>NOT_APPLICABLE</c>; the reason says why it does not apply.</summary>
internal sealed record TestAnswer(
    string Id,
    string Name,
    string Category,
    string? Operation,
    string Status,
    string? Reason,
    string? Group,
    string Template,
    bool MockOnly,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<VariableAnswer> Variables)
{
    public static TestAnswer Of(GoldenTest test) => new(
        test.Id,
        test.Name,
        test.Category,
        test.Operation,
        test.Applicable ? "APPLICABLE" : "NOT_APPLICABLE",
        test.Reason,
        test.Group,
        test.Template,
        test.Reach == GoldenTestReach.MockOnly,
        test.Assumptions,
        [.. test.Variables.Select(VariableAnswer.Of)]);
}

/// <summary>A variable <c>run --var</c> gives a value to. A required one has to be given when a real API is tested.</summary>
internal sealed record VariableAnswer(string Name, string Type, string? Default, string? Description, bool Required)
{
    public static VariableAnswer Of(TestVariable variable) => new(
        variable.Name,
        variable.Type.ToString().ToLowerInvariant(),
        variable.Secret ? null : variable.Default,
        variable.Description,
        variable.IsRequired);
}

/// <summary>A variable of all tests, with every place that uses it.</summary>
internal sealed record SuiteVariableAnswer(string Name, string Type, string? Default, string? Description, bool Required, bool Secret,
    IReadOnlyList<VariableUseAnswer> Uses)
{
    public static SuiteVariableAnswer Of(SuiteVariable variable) => new(variable.Name, variable.Type.ToString().ToLowerInvariant(), variable.Default,
        variable.Description, variable.Required, variable.Secret, [.. variable.Uses.Select(use => new VariableUseAnswer(use.Case, use.Step, use.Place))]);
}

/// <summary>Where a variable is used: the place is a JSON Pointer within the step.</summary>
internal sealed record VariableUseAnswer(string Case, string? Step, string Place);

/// <summary>Numbers of tests.</summary>
internal sealed record TestTotals(int Total, int Applicable, int NotApplicable)
{
    public static TestTotals Of(GoldenTestSuite suite)
    {
        var applicable = suite.Tests.Count(test => test.Applicable);
        return new(suite.Tests.Count, applicable, suite.Tests.Count - applicable);
    }
}
