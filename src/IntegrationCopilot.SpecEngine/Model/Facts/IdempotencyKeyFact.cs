namespace IntegrationCopilot.SpecEngine;

/// <summary>A write takes a key that makes repeating it safe (draft-ietf-httpapi-idempotency-key-header, and vendors' own names for the same).</summary>
/// <param name="Key">The header, query parameter or field of the body that carries the key.</param>
/// <param name="Required">Whether a request without it is wrong.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record IdempotencyKeyFact(MessageField Key, bool Required) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Idempotency;

    /// <inheritdoc />
    public override string Kind => FactKinds.Of(Key.Place);
}
