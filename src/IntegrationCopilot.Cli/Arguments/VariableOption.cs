using System.CommandLine;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Values of the golden tests' variables.</summary>
internal static class VariableOption
{
    private const int Listed = 20;

    public static Option<string[]> Create() =>
        new("--var") { HelpName = "NAME=VALUE", Description = "A value for a variable of the tests; may be repeated. 'tests --format json' lists them." };

    /// <exception cref="MisuseException">A value is not written as it must be, given twice, of the wrong type, or for a variable no test has.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> given, GoldenTestSuite suite)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new MisuseException("--var is written NAME=VALUE, with an equals sign between the two.");
            if (!values.TryAdd(text[..equals], SecretText.Resolve(text[(equals + 1)..]))) throw new MisuseException($"--var gives '{text[..equals]}' twice.");
        }

        Check(values, [.. suite.Tests.SelectMany(test => test.Variables)]);
        return values;
    }

    private static void Check(Dictionary<string, string> values, IReadOnlyList<TestVariable> variables)
    {
        var known = variables.Select(variable => variable.Name).Distinct(StringComparer.Ordinal).ToList();
        if (values.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new MisuseException($"No test of this API has a variable '{unknown}'. {List(known)}");
        if (TemplateValues.Create(variables, values).Problems is [var problem, ..]) throw new MisuseException($"--var: {problem.Message}");
    }

    private static string List(List<string> known) => known.Count switch
    {
        0 => "They have none at all.",
        <= Listed => $"Their variables are {string.Join(", ", known)}.",
        _ => $"Their variables are {string.Join(", ", known.Take(Listed))} and {known.Count - Listed} more; 'tests --format json' lists all.",
    };
}
