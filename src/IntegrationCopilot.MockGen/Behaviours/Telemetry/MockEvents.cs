using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.MockGen;

/// <summary>The log lines of mocks.</summary>
internal static partial class MockEvents
{
    [LoggerMessage(1001, LogLevel.Debug, "{Method} {Route} was answered with {Status} by {Behaviour} in {Milliseconds:0.0} ms.", EventName = "MockAnswered")]
    public static partial void Answered(ILogger logger, string method, string? route, int status, string behaviour, double milliseconds);

    [LoggerMessage(1002, LogLevel.Information, "{Method} {Route} does not conform to the description: {Count} findings, of {Codes}.",
        EventName = "MockRequestNonconforming")]
    public static partial void Nonconforming(ILogger logger, string method, string? route, int count, string codes);

    [LoggerMessage(1003, LogLevel.Error, "{Method} {Route} could not be answered, which is a fault of the mock: {Error}.", EventName = "MockFailed")]
    public static partial void Failed(ILogger logger, string method, string? route, string error);
}
