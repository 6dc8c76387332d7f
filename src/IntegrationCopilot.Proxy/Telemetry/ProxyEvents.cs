using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Proxy;

/// <summary>The log lines of recording proxies.</summary>
internal static partial class ProxyEvents
{
    [LoggerMessage(3001, LogLevel.Debug, "{Method} {Route} was {Outcome}, answered with {Status} in {Milliseconds:0.0} ms.", EventName = "ProxyExchange")]
    public static partial void Exchanged(ILogger logger, string method, string? route, string outcome, int? status, double milliseconds);

    [LoggerMessage(3002, LogLevel.Information, "{Method} {Route} does not conform to the description: {Count} findings, of {Codes}.",
        EventName = "ProxyExchangeNonconforming")]
    public static partial void Nonconforming(ILogger logger, string method, string? route, int count, string codes);

    [LoggerMessage(3003, LogLevel.Warning, "{Method} {Route} did not come through: {Error}.", EventName = "ProxyExchangeFailed")]
    public static partial void Failed(ILogger logger, string method, string? route, string error);
}
