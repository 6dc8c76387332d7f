namespace IntegrationCopilot.SpecEngine;

/// <summary>Work that is accepted now and finished later: status 202 (RFC 9110, section 15.3.3).</summary>
internal sealed class AsyncRule : CapabilityRule
{
    public override string Id => CapabilityIds.Async;

    public override double AbsentConfidence => 0.9;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Responses.FirstOrDefault(r => r.Status == "202") is { } accepted)
            findings.Add(operation, accepted.Node, 1, "response 202");
    }
}
