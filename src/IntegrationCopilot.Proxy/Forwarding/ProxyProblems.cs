using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Proxy;

/// <summary>What the client gets instead of what the API said, or would have.</summary>
internal static class ProxyProblems
{
    public static IResult OfRequest(IEnumerable<Finding> findings) => Results.Problem(
        "The recording proxy refused the request: it does not conform to the description of the API. The API has not seen it.",
        statusCode: StatusCodes.Status400BadRequest, extensions: Errors(findings));

    public static IResult OfResponse(int status, IEnumerable<Finding> findings) => Results.Problem(
        $"The recording proxy withheld the response of the API, of status {status}: it does not conform to the description.",
        statusCode: StatusCodes.Status502BadGateway, extensions: Errors(findings));

    public static IResult Unreachable(Uri upstream, Exception? exception) => Results.Problem(
        $"The recording proxy cannot reach {upstream.GetLeftPart(UriPartial.Authority)}: {Innermost(exception)}", statusCode: StatusCodes.Status502BadGateway);

    public static IResult TimedOut(Uri upstream, TimeSpan waited) => Results.Problem(
        $"{upstream.GetLeftPart(UriPartial.Authority)} has not answered the recording proxy within {waited.TotalSeconds:0.###} seconds.",
        statusCode: StatusCodes.Status504GatewayTimeout);

    public static IResult BrokenRequest() => Results.Problem(
        "The body of the request broke off, or did not come as HTTP has it.", statusCode: StatusCodes.Status400BadRequest);

    private static string Innermost(Exception? exception)
    {
        while (exception?.InnerException is { } inner) exception = inner;
        return exception?.Message ?? "the connection failed.";
    }

    private static Dictionary<string, object?> Errors(IEnumerable<Finding> findings) =>
        new(StringComparer.Ordinal) { ["errors"] = findings.Select(Entry).ToList() };

    private static Dictionary<string, string?> Entry(Finding finding) => new(StringComparer.Ordinal)
    {
        ["detail"] = finding.Message,
        ["where"] = finding.Where,
        ["pointer"] = finding.Pointer,
        ["code"] = finding.Code,
    };
}
