namespace IntegrationCopilot.SpecEngine;

/// <summary>An operation changes something.</summary>
/// <param name="Method">Its HTTP method in upper case.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record WriteFact(string Method) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.WriteOperations;
}
