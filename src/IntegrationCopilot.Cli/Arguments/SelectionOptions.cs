using System.CommandLine;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Which of the tests run.</summary>
internal sealed class SelectionOptions
{
    private const string AnyName = "a case, template, category, group or operation";

    private readonly Option<string[]> only = Create("--only", "NAME", $"Run only what this names: {AnyName}.");
    private readonly Option<string[]> excluded = Create("--exclude", "NAME", $"Leave out what this names: {AnyName}.");
    private readonly Option<string[]> operations = Create("--operation", "OPERATION", "Run only the tests of this operation, as 'POST /path' or operationId.");
    private readonly Option<string[]> categories = Create("--category", "CATEGORY", "Run only the tests of this category.");
    private readonly Option<string[]> cases = Create("--case", "CASE", "Run only this case, or every case of this template; 'tests' lists them.");

    public SelectionOptions() => categories.CompletionSources.Add([.. TestCategory.All.Select(category => category.Id)]);

    public void AddTo(Command command)
    {
        foreach (var option in (IEnumerable<Option>)[only, excluded, operations, categories, cases]) command.Add(option);
    }

    /// <exception cref="MisuseException">A name names nothing.</exception>
    public TestSelection Read(ParseResult parsed, GoldenTestSuite suite, ApiSpec spec)
    {
        var selection = new TestSelection
        {
            Only = parsed.GetValue(only) ?? [],
            Excluded = parsed.GetValue(excluded) ?? [],
            Operations = parsed.GetValue(operations) ?? [],
            Categories = parsed.GetValue(categories) ?? [],
            Cases = parsed.GetValue(cases) ?? [],
        };
        return selection.UnknownIn(suite, spec) is [var unknown, ..] ? throw Misuse(unknown) : selection;
    }

    private MisuseException Misuse(UnknownTestName unknown)
    {
        var (option, kind) = unknown.List switch
        {
            nameof(TestSelection.Operations) => (operations, "operation"),
            nameof(TestSelection.Categories) => (categories, "category"),
            nameof(TestSelection.Cases) => (cases, "case"),
            nameof(TestSelection.Excluded) => (excluded, AnyName[2..]),
            _ => (only, AnyName[2..]),
        };
        var nearest = Nearest.Few(unknown.Name, unknown.Known).Select(name => $"'{name}'").ToList();
        var known = nearest.Count == 0 ? "there are none at all" : $"the nearest are {string.Join(", ", nearest)}";
        return new($"{option.Name}: there is no {kind} '{unknown.Name}'; {known}.");
    }

    private static Option<string[]> Create(string name, string form, string description) =>
        new(name) { HelpName = form, Description = $"{description} May be repeated." };
}
