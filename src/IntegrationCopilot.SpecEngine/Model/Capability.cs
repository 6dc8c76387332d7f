namespace IntegrationCopilot.SpecEngine;

/// <summary>Something an API, or a group of it, can do, and how we know.</summary>
/// <param name="Id">One of <see cref="CapabilityIds"/>.</param>
/// <param name="Detected">Whether the document says so.</param>
/// <param name="Confidence">0 to 1: how sure the document makes us of <paramref name="Detected"/>. When detected, that of the strongest evidence: 1 says so
/// outright, 0.9 by a name
/// vendors agree on, below that by its words. When not detected, how seldom documents leave the capability out.</param>
/// <param name="Evidence">The places that say so, at most one of each sort for an operation, in document order; empty when not detected.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record Capability(string Id, bool Detected, double Confidence, IReadOnlyList<CapabilityEvidence> Evidence)
{
    /// <summary>
    /// Finer kinds within the capability, for example <c>cursor</c> for pagination or <c>oauth2</c> for authentication; empty when there are none.
    /// </summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}

/// <summary>A place in the document that shows a capability.</summary>
/// <param name="Location">The place.</param>
/// <param name="Fact">What it shows.</param>
/// <param name="OperationId"><see cref="ApiOperation.Id"/> of the operation it belongs to; null for document-level evidence.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CapabilityEvidence(SourceLocation Location, CapabilityFact Fact, string? OperationId);

/// <summary>Stable ids of the capabilities.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class CapabilityIds
{
    /// <summary>Repeating a write with the same key has one effect. Kinds, by where the key travels: header, query, body.</summary>
    public const string Idempotency = "idempotency";

    /// <summary>Lists come in pages. Kinds: page, offset, cursor, link (a Link header or an address in the answer), token.</summary>
    public const string Pagination = "pagination";

    /// <summary>The API calls the partner. Kinds: webhook and callback (described as such), subscription (an operation takes the partner's URL).</summary>
    public const string Webhooks = "webhooks";

    /// <summary>There are operations that change something.</summary>
    public const string WriteOperations = "write-operations";

    /// <summary>Callers are limited.</summary>
    public const string RateLimiting = "rate-limiting";

    /// <summary>Callers authenticate. Kinds: api-key, basic, bearer, oauth2, openid-connect, mutual-tls, http.</summary>
    public const string Auth = "auth";

    /// <summary>Money taken can be given back. Kinds: refund, reversal, void, cancel.</summary>
    public const string Refunds = "refunds";

    /// <summary>Errors have a described shape. Kinds: problem-details, custom.</summary>
    public const string ErrorShape = "error-shape";

    /// <summary>ETag, If-Match, If-None-Match or their date forms.</summary>
    public const string ConditionalRequests = "conditional-requests";

    /// <summary>Work is accepted with 202 and finished later.</summary>
    public const string Async = "async";
}
