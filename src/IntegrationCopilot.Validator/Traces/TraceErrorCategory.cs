using System.Net;
using System.Net.Http;
using System.Net.Sockets;

namespace IntegrationCopilot.Validator;

/// <summary>
/// What kind of error an exchange ended with; the names on the wire are those of the members in upper snake case, for example <c>RATE_LIMIT</c>.
/// </summary>
public enum TraceErrorCategory
{
    /// <summary>No error: the status is below 400.</summary>
    None,

    /// <summary>The caller was not recognised or not allowed: 401, 403, 407.</summary>
    Auth,

    /// <summary>The request was not acceptable: 400, 405, 406, 411, 413 to 417, 422, 428, 431.</summary>
    Validation,

    /// <summary>Too many requests: 429.</summary>
    RateLimit,

    /// <summary>The resource does not exist (any more): 404, 410.</summary>
    NotFound,

    /// <summary>The request contradicts the state of the resource: 409, 412, 423.</summary>
    Conflict,

    /// <summary>No answer in time: 408, 504, or the caller's time limit.</summary>
    Timeout,

    /// <summary>The server failed: 5xx but for 504.</summary>
    Server,

    /// <summary>No answer came: name resolution, connection, TLS or protocol failed.</summary>
    Network,

    /// <summary>The caller gave up before an answer came.</summary>
    Cancelled,

    /// <summary>Any other 4xx status.</summary>
    Client,
}

/// <summary>Derives the error category of an exchange.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class TraceErrorCategories
{
    /// <summary>The category of an exchange that ended with a status, with an exception, or with both.</summary>
    /// <param name="status">The status code of the response; null when none came.</param>
    /// <param name="exception">What stopped the exchange; null when nothing did. It counts only when there is no status.</param>
    /// <returns>
    /// The category; <see cref="TraceErrorCategory.Network"/> for an exception of no known kind, and when there is neither status nor exception.
    /// </returns>
    public static TraceErrorCategory Categorize(int? status, Exception? exception = null) => status is { } code ? OfStatus(code) : OfException(exception);

    private static TraceErrorCategory OfStatus(int status) => status switch
    {
        < 400 => TraceErrorCategory.None,
        401 or 403 or 407 => TraceErrorCategory.Auth,
        400 or 405 or 406 or 411 or (>= 413 and <= 417) or 422 or 428 or 431 => TraceErrorCategory.Validation,
        404 or 410 => TraceErrorCategory.NotFound,
        408 or 504 => TraceErrorCategory.Timeout,
        409 or 412 or 423 => TraceErrorCategory.Conflict,
        429 => TraceErrorCategory.RateLimit,
        < 500 => TraceErrorCategory.Client,
        _ => TraceErrorCategory.Server,
    };

    private static TraceErrorCategory OfException(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut }) return TraceErrorCategory.Timeout;
        }

        return exception switch
        {
            OperationCanceledException => TraceErrorCategory.Cancelled,
            HttpRequestException { StatusCode: HttpStatusCode code } => OfStatus((int)code),
            _ => TraceErrorCategory.Network,
        };
    }
}
