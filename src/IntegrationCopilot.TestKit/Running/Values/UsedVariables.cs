using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Which variables the requests of steps hold.</summary>
internal static class UsedVariables
{
    public static IReadOnlySet<string> Of(IEnumerable<TestStep> steps) =>
        steps.SelectMany(step => JsonTemplate.Variables(JsonSerializer.SerializeToElement(StepRequests.Of(step with { Control = null }))))
            .Select(variable => variable.Name)
            .ToHashSet(StringComparer.Ordinal);
}
