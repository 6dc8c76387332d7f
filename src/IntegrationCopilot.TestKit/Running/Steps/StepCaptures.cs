using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Keeps values of answers for later steps.</summary>
internal static class StepCaptures
{
    /// <exception cref="CaseStopException">The answer does not hold the value.</exception>
    public static TemplateValues Keep(StepCapture capture, TestStep step, StepOutcome outcome, TemplateValues values) =>
        Find(capture, outcome.Main) is { } value ? values.With(capture.Name, value)
            : throw new CaseStopException(
                $"The answer of step '{step.Name}' has no {(capture.Header is { } header ? $"header {header}" : $"value at {capture.Pointer}")}, which later steps need as '{capture.Name}'.")
            {
                Status = CaseStatus.NoVerdict,
            };

    private static JsonElement? Find(StepCapture capture, Exchange? exchange)
    {
        if (exchange is null) return null;
        if (capture.Header is { } header) return exchange.Header(header) is { } text ? AsJson.Element(text) : null;
        return JsonValues.Find(exchange.Json, capture.Pointer ?? "") is { ValueKind: not JsonValueKind.Null } value ? value : null;
    }
}
