using System.CommandLine;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Values of the golden tests' variables, and of any place of an operation's requests.</summary>
internal static class VariableOption
{
    private const int Listed = 20;

    public static Option<string[]> Create() => new("--var") { HelpName = "NAME=VALUE",
        Description = "A value for a variable of the tests, or with OPERATION:PLACE as the NAME for a field of its body (a JSON Pointer) or a parameter; "
            + "may be repeated. 'tests' lists the variables." };

    /// <exception cref="MisuseException">A value is not written as it must be, given twice, or for a variable no test has.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> given, GoldenTestSuite suite, ApiSpec spec)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new MisuseException("--var is written NAME=VALUE, with an equals sign between the two.");
            if (!values.TryAdd(text[..equals], SecretText.Resolve(text[(equals + 1)..]))) throw new MisuseException($"--var gives '{text[..equals]}' twice.");
        }

        if (values.Count == 0) return values;
        List<string> known = [.. SuiteTemplates.Variables(suite).Select(variable => variable.Name).Union(CommonVariables.Of(spec), StringComparer.Ordinal)];
        if (values.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal) && !GivenValues.IsPlace(spec, name)) is { } unknown)
            throw new MisuseException($"No test of this API has a variable '{unknown}', and no operation is named before a colon in it. {List(known)}");
        return values;
    }

    private static string List(List<string> known) => known.Count switch
    {
        0 => "They have none at all.",
        <= Listed => $"Their variables are {string.Join(", ", known)}.",
        _ => $"Their variables are {string.Join(", ", known.Take(Listed))} and {known.Count - Listed} more; 'tests' lists all.",
    };
}
