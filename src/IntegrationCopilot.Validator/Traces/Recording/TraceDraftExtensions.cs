using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What can be added to the draft of a trace.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class TraceDraftExtensions
{
    /// <summary>Adds what a validator says of the exchange: findings, operation, effect, and the description it was judged by.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="validator">The validator; null to add nothing.</param>
    public static TraceDraft CheckedBy(this TraceDraft draft, MessageValidator? validator)
    {
        ArgumentNullException.ThrowIfNull(draft);
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
