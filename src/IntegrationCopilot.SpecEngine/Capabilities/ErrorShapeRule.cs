namespace IntegrationCopilot.SpecEngine;

/// <summary>Errors whose body is described: as RFC 9457 has it, or in the vendor's own shape.</summary>
internal sealed class ErrorShapeRule : CapabilityRule
{
    public override string Id => CapabilityIds.ErrorShape;

    public override double AbsentConfidence => 1;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        ErrorShape? seen = null;
        foreach (var response in operation.Responses)
        {
            if (!IsError(operation, response) || FactOf(response, findings.Fields) is not { } fact || fact.Shape == seen) continue;
            findings.Add(operation, response.Node, 1, fact);
            if (seen is not null) return;
            seen = fact.Shape;
        }
    }

    /// <summary><c>default</c> is the error when a success stands beside it, and anything when it stands alone.</summary>
    private static bool IsError(ApiOperation operation, ApiResponse response) => response.Status.Length > 0 && response.Status[0] switch
    {
        '4' or '5' => true,
        'd' => operation.Responses.Any(r => r.Status.Length > 0 && r.Status[0] is '2' or '3'),
        _ => false,
    };

    private static ErrorShapeFact? FactOf(ApiResponse response, SchemaStructure fields)
    {
        foreach (var type in response.Content)
        {
            var found = fields.FieldsOf(type.Schema);
            if (type.Name.StartsWith("application/problem+", StringComparison.OrdinalIgnoreCase) || IsProblem(found))
                return ProblemDetails(response.Status, found, fields);
            if (found.Count > 0) return ErrorFields.Of(response.Status, found, fields);
        }
        return null;
    }

    private static bool IsProblem(IReadOnlyDictionary<string, RawNode> fields) =>
        fields.ContainsKey("title") && fields.ContainsKey("status") && (fields.ContainsKey("detail") || fields.ContainsKey("type"));

    /// <summary>What the standard names is there whether the schema names it or not; a code and the fields that are wrong are vendors' extensions.</summary>
    private static ErrorShapeFact ProblemDetails(string status, IReadOnlyDictionary<string, RawNode> found, SchemaStructure fields)
    {
        var own = ErrorFields.Of(status, found, fields);
        return own with { Shape = ErrorShape.ProblemDetails, Code = found.ContainsKey("code") ? own.Code : NodePointer.Of("type"),
            Message = NodePointer.Of("detail") };
    }
}
