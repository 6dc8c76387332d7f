namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// A request takes a condition: <c>If-Match</c>, <c>If-None-Match</c>, <c>If-Modified-Since</c> or <c>If-Unmodified-Since</c> (RFC 9110, section 13.1).
/// </summary>
/// <param name="Header">The header, as the document writes it.</param>
/// <param name="Required">Whether a request without it is wrong.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ConditionFact(string Header, bool Required) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.ConditionalRequests;
}

/// <summary>An answer gives what a condition compares with: <c>ETag</c> or <c>Last-Modified</c> (RFC 9110, section 8.8).</summary>
/// <param name="Header">The header, as the document writes it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ValidatorFieldFact(string Header) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.ConditionalRequests;
}

/// <summary>Reading answers 304 when nothing has changed (RFC 9110, section 15.4.5).</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record NotModifiedAnswerFact : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.ConditionalRequests;
}
