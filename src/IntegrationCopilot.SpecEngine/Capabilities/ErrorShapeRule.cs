namespace IntegrationCopilot.SpecEngine;

/// <summary>Errors whose body is described: as RFC 9457 has it, or in the vendor's own shape.</summary>
internal sealed class ErrorShapeRule : CapabilityRule
{
    public override string Id => CapabilityIds.ErrorShape;

    public override double AbsentConfidence => 1;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        string? seen = null;
        foreach (var response in operation.Responses)
        {
            if (!IsError(operation, response) || KindOf(response, findings.Fields) is not { } kind || kind == seen) continue;
            findings.Add(operation, response.Node, 1, $"response {response.Status}", kind);
            if (seen is not null) return;
            seen = kind;
        }
    }

    /// <summary><c>default</c> is the error when a success stands beside it, and anything when it stands alone.</summary>
    private static bool IsError(ApiOperation operation, ApiResponse response) => response.Status.Length > 0 && response.Status[0] switch
    {
        '4' or '5' => true,
        'd' => operation.Responses.Any(r => r.Status.Length > 0 && r.Status[0] is '2' or '3'),
        _ => false,
    };

    private static string? KindOf(ApiResponse response, SchemaFields fields)
    {
        foreach (var type in response.Content)
        {
            if (type.Name.StartsWith("application/problem+", StringComparison.OrdinalIgnoreCase)) return "problem-details";
            var found = fields.Of(type.Schema);
            if (found.Count == 0) continue;
            return found.ContainsKey("title") && found.ContainsKey("status") && (found.ContainsKey("detail") || found.ContainsKey("type")) ? "problem-details" : "custom";
        }
        return null;
    }
}
