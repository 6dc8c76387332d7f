using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Which variables the requests and deliveries of steps hold.</summary>
internal static class UsedVariables
{
    public static IReadOnlySet<string> Of(IEnumerable<TestStep> steps) =>
        steps.SelectMany(step => JsonTemplate.Variables(JsonSerializer.SerializeToElement(new { step.Request, step.Webhook })))
            .Select(variable => variable.Name)
            .ToHashSet(StringComparer.Ordinal);
}
