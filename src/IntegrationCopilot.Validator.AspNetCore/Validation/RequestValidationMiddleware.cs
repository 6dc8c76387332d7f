using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Lets requests through that conform to a description.</summary>
internal sealed class RequestValidationMiddleware(RequestDelegate next, MessageValidator validator, RequestValidationOptions options,
    ValidationObserver observer)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (options.Filter?.Invoke(context) == false || (!options.RefusesUndescribed && !IsDescribed(context.Request)))
        {
            await next(context);
            return;
        }

        if (await RefusalAsync(context) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    }

    /// <returns>What the request is answered with; null when it conforms.</returns>
    private async Task<IResult?> RefusalAsync(HttpContext context)
    {
        using var activity = ValidationTelemetry.Source.StartActivity("validate request");
        var start = Stopwatch.GetTimestamp();
        var request = await context.Request.ToRecordedAsync(options.MaxBodyBytes, context.RequestAborted);
        var verdict = request is null ? null : validator.ValidateRequest(request);
        var broken = verdict is null ? null : Broken(verdict);
        observer.Validated(context.Request.Method, verdict?.Operation?.Path, broken, options.MaxBodyBytes, start, activity);
        return broken switch
        {
            null => RequestProblems.TooLarge(options.MaxBodyBytes),
            { Count: > 0 } => RequestProblems.Of(broken),
            _ => null,
        };
    }

    private bool IsDescribed(HttpRequest request) => validator.Match(request.Method, request.RecordedUrl()).Operation is not null;

    private static List<Finding> Broken(MessageVerdict verdict) =>
        [.. verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Error
            && finding.Code is not (FindingCodes.MissingCredentials or FindingCodes.MalformedCredentials))];
}
