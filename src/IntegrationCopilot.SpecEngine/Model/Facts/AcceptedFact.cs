namespace IntegrationCopilot.SpecEngine;

/// <summary>Work is accepted with 202 and finished later (RFC 9110, section 15.3.3).</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record AcceptedFact : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Async;

    /// <summary>
    /// Where the answer gives the address at which the outcome can be asked for: a header such as <c>Location</c>, or a field; null when it does not.
    /// </summary>
    public MessageField? Monitor { get; init; }

    /// <summary>The field of the answer that names the work; null when none does.</summary>
    public MessageField? Job { get; init; }

    /// <summary>Whether the header <c>Retry-After</c> is described for the answer.</summary>
    public bool RetryAfter { get; init; }
}
