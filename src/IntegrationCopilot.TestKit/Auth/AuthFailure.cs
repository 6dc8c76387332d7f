namespace IntegrationCopilot.TestKit;

/// <summary>Why credentials could not be put on a request.</summary>
public enum AuthFailureReason
{
    /// <summary>The token endpoint could not be reached: name resolution, connection or TLS failed.</summary>
    Unreachable,

    /// <summary>The token endpoint did not answer in time.</summary>
    TimedOut,

    /// <summary>The token endpoint answered with an error status.</summary>
    Refused,

    /// <summary>The token endpoint answered with something that is not a JSON object, or with too much.</summary>
    NotJson,

    /// <summary>The answer holds no access token.</summary>
    NoToken,

    /// <summary>The token is of a type that is not sent as a bearer token.</summary>
    UnsupportedTokenType,
}

/// <summary>That credentials could not be put on a request, and why.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record AuthFailure
{
    /// <summary>Why.</summary>
    public required AuthFailureReason Reason { get; init; }

    /// <summary>One sentence a person can act on; it holds no secret.</summary>
    public required string Message { get; init; }

    /// <summary>The status the token endpoint answered with; null when it did not answer.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>error</c> it gave (RFC 6749, section 5.2), for example <c>invalid_client</c>; null when it gave none.</summary>
    public string? Error { get; init; }

    /// <summary>The <c>error_description</c> it gave, without secrets; null when it gave none.</summary>
    public string? ErrorDescription { get; init; }
}
