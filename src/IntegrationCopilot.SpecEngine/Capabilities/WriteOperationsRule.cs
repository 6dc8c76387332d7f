namespace IntegrationCopilot.SpecEngine;

/// <summary>Operations that change something.</summary>
internal sealed class WriteOperationsRule : CapabilityRule
{
    public override string Id => CapabilityIds.WriteOperations;

    public override double AbsentConfidence => 1;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (Writing.Certainty(operation) is > 0 and var certainty)
            findings.Add(operation, operation.Node, certainty, new WriteFact(operation.Method));
    }
}
