using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>What the paths of two requests have in common: what lies beneath a thing is found beneath that thing only, whatever either path calls it.</summary>
internal static partial class CommonPath
{
    /// <summary>The values that both paths begin with, as the one has them and as the other has them, from the first on.</summary>
    public static IEnumerable<(JsonElement One, JsonElement Other)> Of(StepRequest one, StepRequest other)
    {
        foreach (var (step, its) in Steps(one.Path).Zip(Steps(other.Path)))
        {
            var (names, others) = (Names(step), Names(its));
            if (names.Length != others.Length || (names.Length == 0 && step != its)) yield break;
            foreach (var (name, otherName) in names.Zip(others))
                if (one.PathValues.TryGetValue(name, out var value) && other.PathValues.TryGetValue(otherName, out var otherValue))
                    yield return (value, otherValue);
        }
    }

    /// <summary>
    /// What the variables of the other are in the path of the one, by name, as far as that is known. What is made anew for each case is what is made or looked
    /// for
    /// there, and no thing around it.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Known(StepRequest one, StepRequest other, IReadOnlyList<TestVariable> others,
        IReadOnlyList<TestVariable> variables, TemplateValues values)
    {
        foreach (var (taken, given) in Of(one, other))
            if (others.FirstOrDefault(variable => IsFor(given, variable)) is { Fresh: false } its
                && variables.FirstOrDefault(variable => IsFor(taken, variable)) is { Fresh: false } own && own.Type == its.Type
                && values.IsGiven(own.Name) && values.Find(own.Name) is { } value)
                yield return KeyValuePair.Create(its.Name, value);
    }

    /// <summary>How many steps lead to the value of a variable in a path; null when it stands in none.</summary>
    public static int? DepthOf(IEnumerable<StepRequest> requests, TestVariable variable) =>
        requests.SelectMany(request => Steps(request.Path).Index().Where(step => Names(step.Item)
            .Any(name => request.PathValues.TryGetValue(name, out var value) && IsFor(value, variable))).Select(step => (int?)step.Index)).Max();

    /// <summary>Whether a value is what a variable stands for.</summary>
    public static bool IsFor(JsonElement value, TestVariable variable) =>
        value.ValueKind == JsonValueKind.String && value.ValueEquals($"{{{{ {variable.Name} }}}}");

    private static string[] Names(string step) => [.. Parameter().Matches(step).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Parameter();

    private static string[] Steps(string path) => path.Split('?', '#')[0].Trim('/').Split('/');
}
