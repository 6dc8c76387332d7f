using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Adds to the draft of a trace what a validator says of the exchange.</summary>
internal static class ExchangeCheck
{
    public static TraceDraft Check(this TraceDraft draft, MessageValidator? validator)
    {
        if (validator is null) return draft;
        draft = draft with { Document = TraceDocument.Of(validator.Spec), ErrorCodePlace = validator.Spec.FactsOf<ErrorShapeFact>().FirstOrDefault()?.Code };
        var asked = validator.ValidateRequest(draft.Request);
        if (asked.Operation is not { } operation) return draft with { Findings = asked.Findings };
        var answered = draft.Response is { } response ? validator.ValidateResponse(operation, response).Findings : [];
        return draft with
        {
            Effect = validator.Spec.Resources.Of(operation).Effect,
            Operation = draft.Operation ?? new TraceOperation(operation.Method, operation.Path, operation.OperationId),
            Findings = [.. asked.Findings, .. answered],
        };
    }
}
