using System.Collections.Frozen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A described response, ready for answers to be checked.</summary>
internal sealed class ResponsePlan
{
    /// <summary>Fields any server may send (RFC 9110 and its companions); describing them is nobody's duty.</summary>
    private static readonly FrozenSet<string> CommonHeaders = new[]
    {
        "Accept-Ranges", "Age", "Allow", "Alt-Svc", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding", "Content-Language",
        "Content-Length", "Content-Location", "Content-Range",
        "Content-Security-Policy", "Content-Type", "Date", "ETag", "Expires", "Keep-Alive", "Last-Modified", "Link", "Location", "Permissions-Policy", "Pragma",
        "Preference-Applied", "Proxy-Authenticate",
        "Referrer-Policy", "Retry-After", "Server", "Set-Cookie", "Strict-Transport-Security", "Trailer", "Transfer-Encoding", "Upgrade", "Vary", "Via",
        "WWW-Authenticate", "X-Content-Type-Options", "X-Frame-Options",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly ApiResponse response;
    private readonly HeaderPlan[] headers;
    private readonly BodyCheck body;

    public ResponsePlan(ApiResponse response, PlanContext context)
    {
        this.response = response;
        headers = [.. response.Headers.Where(h => !h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Select(h => new HeaderPlan(h, context))];
        body = new BodyCheck(response.Content, context);
    }

    public void Check(string method, RecordedResponse answer, FindingReport report)
    {
        foreach (var header in headers) header.Check(answer.Headers.Combined(header.Name), report);
        ReportUndescribed(answer, report);
        var bodiless = method == "HEAD" || answer.Status is 204 or 205 or 304 or < 200;
        if (answer.Body.Length > report.Options.MaxBodyBytes)
            report.Error(FindingCodes.BodyTooLarge, "body",
                $"The body of {answer.Body.Length} bytes is larger than the {report.Options.MaxBodyBytes} bytes that are read.",
                expected: $"{report.Options.MaxBodyBytes} bytes at most", actual: $"{answer.Body.Length} bytes");
        else if (!answer.Body.IsEmpty) CheckBody(answer, report);
        else if (!bodiless && body.IsDescribed) ReportMissing(report);
    }

    private void CheckBody(RecordedResponse answer, FindingReport report)
    {
        if (body.IsDescribed) body.Check(answer.Headers, answer.Body, report);
        else report.Deviation(FindingCodes.UnexpectedBody, "body", $"The response '{response.Status}' describes no body.", response.Node, "absent", "present");
    }

    private void ReportMissing(FindingReport report)
    {
        const string message = "The body that the response describes is missing.";
        if (body.IsJsonOnly) report.Error(FindingCodes.MissingBody, "body", message, response.Node, "present", "absent");
        else report.Deviation(FindingCodes.MissingBody, "body", message, response.Node, "present", "absent");
    }

    private void ReportUndescribed(RecordedResponse answer, FindingReport report)
    {
        for (var i = 0; i < answer.Headers.Count; i++)
        {
            var name = answer.Headers[i].Key;
            if (IsExpected(name) || answer.Headers.Take(i).Any(earlier => earlier.Key.Equals(name, StringComparison.OrdinalIgnoreCase))) continue;
            report.Deviation(FindingCodes.UndocumentedHeader, $"header.{name}", $"The header '{name}' is not described.", response.Node);
        }
    }

    private bool IsExpected(string name) =>
        CommonHeaders.Contains(name) || name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(headers, h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
