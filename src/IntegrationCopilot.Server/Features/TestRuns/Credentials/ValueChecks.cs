using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What can be wrong with the values that a run is given for the tests' variables.</summary>
internal static class ValueChecks
{
    private const int MaxValues = 500;
    private const int MaxLength = 4000;

    /// <summary>How many and how long.</summary>
    public static void Values(this FieldErrors errors, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count > MaxValues) errors.Add("values", $"A run takes at most {MaxValues} values.");
        foreach (var (name, value) in values) errors.Required(FieldOf(name), value, MaxLength);
    }

    /// <summary>What the variables of the tests say against the values.</summary>
    public static IReadOnlyList<FieldError> Of(IReadOnlyDictionary<string, string> values, IReadOnlyList<TestVariable> variables)
    {
        var known = variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = values.Keys.Where(name => !known.Contains(name))
            .Select(name => new FieldError(FieldOf(name), "No test of this API description has a variable of that name."));
        var problems = TemplateValues.Create(variables, values).Problems.Select(problem => new FieldError(FieldOf(problem.Variable), problem.Message));
        return [.. unknown, .. problems];
    }

    /// <summary>The field that errors about a value name.</summary>
    public static string FieldOf(string? name) => $"values.{name}";
}
