namespace IntegrationCopilot.SpecEngine;

/// <summary>Conditional requests (RFC 9110, sections 8.8 and 13).</summary>
internal sealed class ConditionalRequestsRule : CapabilityRule
{
    private static readonly HashSet<string> Conditions =
        new(StringComparer.OrdinalIgnoreCase) { "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since" };

    private static readonly HashSet<string> Validators = new(StringComparer.OrdinalIgnoreCase) { "ETag", "Last-Modified" };

    public override string Id => CapabilityIds.ConditionalRequests;

    public override double AbsentConfidence => 0.8;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        foreach (var parameter in operation.Parameters)
            if (parameter.Place == ParameterPlace.Header && Conditions.Contains(parameter.Name))
                findings.Add(operation, parameter.Node, 1, new ConditionFact(parameter.Name, parameter.Required));
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var header in operation.Responses.SelectMany(response => response.Headers))
            if (Validators.Contains(header.Name) && seen.Add(header.Name)) findings.Add(operation, header.Node, 0.9, new ValidatorFieldFact(header.Name));
        if (operation.Method is "GET" or "HEAD" && operation.Responses.FirstOrDefault(response => response.Status == "304") is { } unchanged)
            findings.Add(operation, unchanged.Node, 0.9, new NotModifiedAnswerFact());
    }
}
