using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What is known of one exchange with an API: what was asked, what came back, how long it took and what was wrong with it.</summary>
/// <remarks>
/// <para>A trace holds no secrets: it is made by <see cref="TraceRedactor.Record(TraceDraft)"/>, which redacts before anything else sees the exchange. It is
/// plain data; <see cref="TraceJson"/> gives it its one spelling, <see cref="TraceSigner"/> and <see cref="TraceWriter"/> sign that.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiTrace
{
    /// <summary>Identifier: a version 7 UUID (RFC 9562, section 5.7) in the lower-case form with hyphens, so that identifiers sort by time.</summary>
    public required string Id { get; init; }

    /// <summary>When the request was sent.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From sending the request to the last byte of the response or to the error; <c>durationMs</c> in files.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The kind of installation the exchange took place with.</summary>
    public required EnvironmentType Environment { get; init; }

    /// <summary>What made the exchange come about; null in traces of version 1, which did not say.</summary>
    public TraceOrigin? Origin { get; init; }

    /// <summary>The description that the exchange was judged by; null when it was judged by none, and in traces of version 1.</summary>
    public TraceDocument? Document { get; init; }

    /// <summary>The operation of the API that was called; null when the request belongs to none.</summary>
    public TraceOperation? Operation { get; init; }

    /// <summary>What the operation does to what is behind the API; null when it is not known, and in traces of version 1.</summary>
    public OperationEffect? Effect { get; init; }

    /// <summary>Identifier of the golden test that caused the exchange; null when none did.</summary>
    public string? CaseId { get; init; }

    /// <summary>The step of the golden test; null when none caused the exchange, and in traces of version 1.</summary>
    public string? Step { get; init; }

    /// <summary>Whether the request was meant to be answered with an error; false also in traces of version 1, which did not say.</summary>
    public bool IsErrorAskedFor { get; init; }

    /// <summary>Who made the call, as the vendor names its partners; null when that is not known.</summary>
    public string? Partner { get; init; }

    /// <summary>The request.</summary>
    public required TraceRequest Request { get; init; }

    /// <summary>The response; null when none came.</summary>
    public TraceResponse? Response { get; init; }

    /// <summary>What stopped the exchange before a response came; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>What kind of error the exchange ended with.</summary>
    public required TraceErrorCategory ErrorCategory { get; init; }

    /// <summary>
    /// The code by which the API itself tells its errors apart, for example <c>insufficient_funds</c>; null when the response is no error or names none, and in
    /// traces of version 1.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>In what ways request and response do not conform to the API's document; empty when they do or were not checked.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether the exchange ended with an error of any category.</summary>
    public bool IsError => ErrorCategory != TraceErrorCategory.None;

    /// <summary>Makes an identifier for a trace that starts now.</summary>
    /// <param name="clock">Where the time comes from.</param>
    public static string NewId(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return NewId(clock.GetUtcNow());
    }

    internal static string NewId(DateTimeOffset startedAt) => Guid.CreateVersion7(startedAt).ToString("D");
}

/// <summary>An operation of an API, as its document names it.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Endpoint">The path template, for example <c>/payments/{id}</c>.</param>
/// <param name="OperationId">The document's own identifier; null when it gives none.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceOperation(string Method, string Endpoint, string? OperationId = null);

/// <summary>A request as a trace keeps it.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceRequest
{
    /// <summary>The method as written on the wire.</summary>
    public required string Method { get; init; }

    /// <summary>Absolute URL, or path and query as received by a server; redacted.</summary>
    public required string Url { get; init; }

    /// <summary>Header fields in order; redacted.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body; redacted.</summary>
    public TraceBody Body { get; init; } = TraceBody.Empty;

    /// <summary>
    /// The places whose values are not known because a secret was taken out: <c>path</c>, <c>query.key</c>, <c>header.Authorization</c>,
    /// <c>body/card/number</c> with a JSON Pointer (RFC 6901) behind <c>body</c>, or <c>body</c> for all of it; empty also in traces of version 1, which did
    /// not say.
    /// </summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>A response as a trace keeps it.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceResponse
{
    /// <summary>Status code, 100 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>Header fields in order; redacted.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body; redacted.</summary>
    public TraceBody Body { get; init; } = TraceBody.Empty;

    /// <summary>
    /// The places whose values are not known because a secret was taken out, as in <see cref="TraceRequest.Unknown"/>.
    /// </summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}
