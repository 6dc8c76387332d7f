using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Lets genuine messages through to an endpoint.</summary>
internal sealed class WebhookCheck(RequestDelegate next, WebhookSignature signature, WebhookReceiving options, ValidationObserver observer)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await RefusalAsync(context) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    }

    /// <summary>The signature comes first: what a stranger sent is not worth describing.</summary>
    private async Task<IResult?> RefusalAsync(HttpContext context)
    {
        var (refusal, outcome) = await CheckAsync(context);
        observer.Webhook(outcome);
        return refusal;
    }

    private async Task<(IResult? Refusal, string? Outcome)> CheckAsync(HttpContext context)
    {
        if (await context.Request.ToRecordedAsync(options.MaxBodyBytes, context.RequestAborted) is not { } message)
            return (RequestProblems.TooLarge(options.MaxBodyBytes), "too long");
        if (signature.Verify(message.Headers, message.Body.Span) is { IsValid: false } refused)
            return (RequestProblems.NotGenuine(refused), $"{refused.Refusal}");
        if (options is not { Validator: { } validator, Name: { } name }) return default;
        return validator.ValidateWebhook(name, message) is { IsValid: false } verdict
            ? (RequestProblems.Of([.. verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Error)]), "refused") : default;
    }
}
