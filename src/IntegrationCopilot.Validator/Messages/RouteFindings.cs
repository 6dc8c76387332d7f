using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Findings about messages that no description fits.</summary>
internal static class RouteFindings
{
    public static MessageVerdict Verdict(RouteMatch match, RecordedRequest request, ApiSpec spec) => new() { Findings = [Describe(match, request, spec)] };

    public static MessageVerdict UnknownWebhook(string name, RecordedRequest request, ApiSpec spec, MessageValidatorOptions options)
    {
        var report = new FindingReport(options);
        var known = string.Join(", ", spec.Webhooks.Select(w => $"{w.Method} {w.Path}"));
        report.Error(FindingCodes.UnknownWebhook, "", $"The document has no webhook '{name}' with the method {request.Method}.", spec.Document.Root["webhooks"],
            known, $"{request.Method} {name}");
        return report.ToVerdict(null);
    }

    /// <summary>
    /// Documents rarely list every error a server or its gateway may answer; a success they do not list is news, unless they list no response at all.
    /// </summary>
    public static void ReportUndocumentedStatus(ApiOperation operation, int status, FindingReport report)
    {
        var described = string.Join(", ", operation.Responses.Select(r => r.Status));
        var message = $"The status {status} is not described.";
        var source = operation.Node["responses"];
        if (status is >= 200 and <= 299 && operation.Responses.Count > 0)
            report.Error(FindingCodes.UndocumentedStatus, "status", message, source, described, $"{status}");
        else report.Deviation(FindingCodes.UndocumentedStatus, "status", message, source, described, $"{status}");
    }

    private static Finding Describe(RouteMatch match, RecordedRequest request, ApiSpec spec)
    {
        var path = new UrlParts(request.Url).Path.ToString();
        return match.Outcome switch
        {
            RouteOutcome.MethodNotAllowed => new Finding
            {
                Code = FindingCodes.MethodNotAllowed,
                Where = "method",
                Message = $"The path {path} does not describe the method {request.Method}.",
                Expected = string.Join(", ", match.AllowedMethods),
                Actual = request.Method,
                Source = spec.Document.Root["paths"] is { IsDefined: true } paths ? paths.Location : null,
            },
            RouteOutcome.OutsideServers => Unknown($"The path {path} lies outside the base path of every server.", path, spec),
            _ => Unknown($"No path of the document matches {path}.", path, spec),
        };
    }

    private static Finding Unknown(string message, string path, ApiSpec spec) => new()
    {
        Code = FindingCodes.UnknownPath,
        Where = "path",
        Message = message,
        Actual = path,
        Source = spec.Document.Root["paths"] is { IsDefined: true } paths ? paths.Location : null,
    };
}
