namespace IntegrationCopilot.Validator;

/// <summary>Adds to the draft of a trace what a validator says of the exchange.</summary>
internal static class ExchangeCheck
{
    public static TraceDraft Check(this TraceDraft draft, MessageValidator? validator)
    {
        if (validator is null) return draft;
        var asked = validator.ValidateRequest(draft.Request);
        if (asked.Operation is not { } operation) return draft with { Findings = asked.Findings };
        var answered = draft.Response is { } response ? validator.ValidateResponse(operation, response).Findings : [];
        return draft with
        {
            Operation = draft.Operation ?? new TraceOperation(operation.Method, operation.Path, operation.OperationId),
            Findings = [.. asked.Findings, .. answered],
        };
    }
}
