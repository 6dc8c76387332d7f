using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>The log lines of the middleware.</summary>
internal static partial class ValidationEvents
{
    [LoggerMessage(2001, LogLevel.Information, "{Method} {Route} was refused, as it does not conform to the description: {Count} findings, of {Codes}.",
        EventName = "RequestRefused")]
    public static partial void Refused(ILogger logger, string method, string? route, int count, string codes);

    [LoggerMessage(2002, LogLevel.Information, "{Method} {Route} was refused, as its body is longer than {MaxBytes} bytes.", EventName = "RequestTooLong")]
    public static partial void TooLong(ILogger logger, string method, string? route, int maxBytes);

    [LoggerMessage(2003, LogLevel.Debug, "{Method} {Route} conforms to the description.", EventName = "RequestConforms")]
    public static partial void Conforms(ILogger logger, string method, string? route);

    [LoggerMessage(2004, LogLevel.Warning, "A webhook was refused: {Outcome}.", EventName = "WebhookRefused")]
    public static partial void WebhookRefused(ILogger logger, string outcome);

    [LoggerMessage(2005, LogLevel.Debug, "{Method} {Route} was recorded.", EventName = "ExchangeRecorded")]
    public static partial void Recorded(ILogger logger, string method, string? route);

    [LoggerMessage(2006, LogLevel.Error, "{Method} {Route} could not be recorded: {Error}.", EventName = "ExchangeNotRecorded")]
    public static partial void NotRecorded(ILogger logger, string method, string? route, string error);
}
