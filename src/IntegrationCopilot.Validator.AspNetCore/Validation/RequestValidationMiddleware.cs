using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Lets requests through that conform to a description.</summary>
internal sealed class RequestValidationMiddleware(RequestDelegate next, MessageValidator validator, RequestValidationOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (options.Filter?.Invoke(context) == false || (!options.RefusesUndescribed && !IsDescribed(context.Request)))
        {
            await next(context);
            return;
        }

        if (await context.Request.ToRecordedAsync(options.MaxBodyBytes, context.RequestAborted) is not { } request)
            await RequestProblems.TooLarge(options.MaxBodyBytes).ExecuteAsync(context);
        else if (Broken(validator.ValidateRequest(request)) is { Count: > 0 } broken) await RequestProblems.Of(broken).ExecuteAsync(context);
        else await next(context);
    }

    private bool IsDescribed(HttpRequest request) => validator.Match(request.Method, request.RecordedUrl()).Operation is not null;

    private static List<Finding> Broken(MessageVerdict verdict) =>
        [.. verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Error
            && finding.Code is not (FindingCodes.MissingCredentials or FindingCodes.MalformedCredentials))];
}
