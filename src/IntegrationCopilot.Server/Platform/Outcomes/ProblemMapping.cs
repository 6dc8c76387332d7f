using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationCopilot.Server.Platform.Outcomes;

/// <summary>The one mapping of an <see cref="OutcomeError"/> to a problem response (RFC 9457).</summary>
internal static class ProblemMapping
{
    public static int StatusOf(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        OutcomeKind.Forbidden => StatusCodes.Status403Forbidden,
        OutcomeKind.NotFound => StatusCodes.Status404NotFound,
        OutcomeKind.Invalid => StatusCodes.Status400BadRequest,
        OutcomeKind.Conflict => StatusCodes.Status409Conflict,
        OutcomeKind.LimitExceeded => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An outcome has one of the named kinds."),
    };

    public static ProblemDetails ToProblem(OutcomeError error)
    {
        var problem = Problem(StatusOf(error.Kind), error.Code, error.Message);
        if (error.Fields.Count > 0)
        {
            problem.Extensions["errors"] = error.Fields
                .GroupBy(field => field.Field, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(field => field.Message).ToArray(), StringComparer.Ordinal);
        }

        foreach (var (name, value) in error.Extensions) problem.Extensions[name] = value;
        return problem;
    }

    /// <summary>A problem with its stable code; title and trace id are the same for all.</summary>
    public static ProblemDetails Problem(int status, string code, string? detail = null) => new()
    {
        Type = $"urn:integration-copilot:problem:{code}",
        Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail,
        Extensions = { ["code"] = code, ["traceId"] = Activity.Current?.TraceId.ToString() },
    };

    /// <summary>The code of an error that no outcome made, such as a route that does not exist.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "malformed_request",
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
        StatusCodes.Status413PayloadTooLarge => "too_large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
        StatusCodes.Status429TooManyRequests => "too_many_requests",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        < 500 => "refused",
        _ => "internal_error",
    };
}
