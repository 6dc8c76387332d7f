using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Tells web pages that stand in front of an API from wrong answers of the API. A success that is a page which the document does not describe is a wrong
/// answer, unless the server shows a page for an address that nobody describes too: then what answers is a sign-in page, a proxy or another application.
/// </summary>
internal sealed class WebPages(RunContext context)
{
    private readonly Lock gate = new();
    private Task<bool>? everywhere;

    /// <summary>Why an answer says nothing about the API; null when it does.</summary>
    public async Task<string?> WhyNoAnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (context.IsMock || exchange is not { Operation: { } operation, Response: { Status: >= 200 and < 300 } response }) return null;
        if (!IsPage(exchange) || Describes(operation, response.Status) || !await IsEverywhereAsync(cancellationToken)) return null;
        return $"{operation.Id} was answered with a web page ({exchange.Header("Content-Type")}), and so is an address that the document does not describe: "
            + "a sign-in page, a proxy or another application answers in place of the API. Check the base URL.";
    }

    private static bool IsPage(Exchange exchange) =>
        exchange.Header("Content-Type")?.Split(';')[0].Trim() is { } type
            && (type.Equals("text/html", StringComparison.OrdinalIgnoreCase) || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));

    private static bool Describes(ApiOperation operation, int status) =>
        operation.FindResponse(status) is { } described && described.Content.Any(content => content.Name.Contains("html", StringComparison.OrdinalIgnoreCase)
            || content.Name.Contains('*', StringComparison.Ordinal));

    /// <summary>Asked once in a run, and only when there was a page.</summary>
    private Task<bool> IsEverywhereAsync(CancellationToken cancellationToken)
    {
        lock (gate) return everywhere ??= AskAsync(cancellationToken);
    }

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var exchange = await new CaseSender(context, null, []).SendAsync(new ReadyRequest
        {
            Method = "GET",
            Url = RequestUrl.Of(context.Target.BaseUrl, $"/{context.RunId}-is-described-nowhere"),
            Headers = [.. context.Target.Headers],
            Authenticators = [],
            Timeout = context.Options.RequestTimeout,
        }, cancellationToken);
        return exchange.Response?.Status is >= 200 and < 300 && IsPage(exchange);
    }
}
