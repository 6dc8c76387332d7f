namespace IntegrationCopilot.SpecEngine;

/// <summary>An answer says that the caller asked too often: 429 (RFC 6585, section 4), or another status whose description says so.</summary>
/// <param name="Status">Status code or range, as the document writes it.</param>
/// <param name="RetryAfter">Whether the header <c>Retry-After</c> is described for it (RFC 9110, section 10.2.3).</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RateLimitAnswerFact(string Status, bool RetryAfter) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.RateLimiting;
}

/// <summary>Headers of answers tell the limit and what is left of it.</summary>
/// <param name="Family">Whose names they have.</param>
/// <param name="Names">The headers of that family, in document order; at least one.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RateLimitHeadersFact(RateLimitHeaderFamily Family, IReadOnlyList<string> Names) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.RateLimiting;
}

/// <summary>The document tells of limits in words, in its introduction or under a tag.</summary>
/// <param name="Tag">The tag; null for the introduction.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RateLimitTextFact(string? Tag) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.RateLimiting;
}

/// <summary>The families of headers that tell limits.</summary>
public enum RateLimitHeaderFamily
{
    /// <summary><c>RateLimit</c> and <c>RateLimit-Policy</c>, structured fields (draft-ietf-httpapi-ratelimit-headers, since version 8).</summary>
    Structured,

    /// <summary><c>RateLimit-Limit</c>, <c>RateLimit-Remaining</c>, <c>RateLimit-Reset</c> (the same draft, until version 7).</summary>
    RateLimit,

    /// <summary><c>X-RateLimit-Limit</c> and its like, also spelled <c>X-Rate-Limit-</c>.</summary>
    XRateLimit,

    /// <summary>Other names with rate limit in them.</summary>
    Vendor,
}
