namespace IntegrationCopilot.SpecEngine;

/// <summary>Conditional requests (RFC 9110, sections 8.8 and 13).</summary>
internal sealed class ConditionalRequestsRule : CapabilityRule
{
    private static readonly HashSet<string> Conditions = new(StringComparer.OrdinalIgnoreCase) { "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since" };

    public override string Id => CapabilityIds.ConditionalRequests;

    public override double AbsentConfidence => 0.8;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Parameters.FirstOrDefault(p => p.Place == ParameterPlace.Header && Conditions.Contains(p.Name)) is { } condition)
            findings.Add(operation, condition.Node, 1, $"header {condition.Name}");
        foreach (var response in operation.Responses)
        {
            if (Validator(response) is { } validator) { findings.Add(operation, validator.Node, 0.9, $"response header {validator.Name}"); return; }
            if (response.Status == "304" && operation.Method is "GET" or "HEAD") { findings.Add(operation, response.Node, 0.9, "response 304"); return; }
        }
    }

    private static ApiHeader? Validator(ApiResponse response) =>
        response.Headers.FirstOrDefault(h => h.Name.Equals("ETag", StringComparison.OrdinalIgnoreCase) || h.Name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase));
}
