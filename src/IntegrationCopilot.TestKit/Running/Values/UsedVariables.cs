using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Which variables the requests of steps hold.</summary>
internal static class UsedVariables
{
    public static IReadOnlySet<string> Of(IEnumerable<TestStep> steps) =>
        steps.SelectMany(step => StepRequests.Of(step with { Control = null }))
            .SelectMany(request => JsonTemplate.Variables(request.ToElement()))
            .Select(variable => variable.Name)
            .ToHashSet(StringComparer.Ordinal);
}
