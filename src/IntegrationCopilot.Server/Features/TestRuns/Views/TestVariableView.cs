using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The variables of golden tests.</summary>
/// <param name="Items">Those without which tests are skipped first, of them those that most tests use.</param>
public sealed record TestVariableList(IReadOnlyList<TestVariableView> Items);

/// <summary>A value that golden tests take when an installation of the API is tested.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">string, number, boolean or json: everything but a string is given as JSON.</param>
/// <param name="Description">What to give; null when nothing is known beyond the name.</param>
/// <param name="Default">The value used when none is given; null when there is none, or it is made anew for every run.</param>
/// <param name="Required">Whether the tests that use it are skipped when none is given.</param>
/// <param name="Secret">Whether it must not be shown.</param>
/// <param name="Tests">How many tests use it.</param>
public sealed record TestVariableView(string Name, string Type, string? Description, string? Default, bool Required, bool Secret, int Tests)
{
    internal static TestVariableView Of(IGrouping<string, TestVariable> uses)
    {
        var required = uses.Any(variable => variable.IsRequired);
        var first = uses.First();
        return new(
            first.Name,
            first.Type.ToString().ToLowerInvariant(),
            uses.Select(variable => variable.Description).FirstOrDefault(text => text is not null),
            required || first.Secret || first.Fresh ? null : first.Default,
            required,
            uses.Any(variable => variable.Secret),
            uses.Count());
    }
}
