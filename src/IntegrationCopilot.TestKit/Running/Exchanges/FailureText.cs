using System.IO;
using System.Net.Http;

namespace IntegrationCopilot.TestKit;

/// <summary>Why no answer came, for people: the cause that can be mended, where the outermost exception only says that something went wrong.</summary>
internal static class FailureText
{
    public static string Of(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: { } inner } =>
            $"no secure connection came about: {inner.Message.TrimEnd('.')}",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            $"it is larger than this run reads ({exception.Message.TrimEnd('.')})",
        HttpIOException or HttpRequestException { InnerException: IOException } => $"the connection broke off ({Innermost(exception).Message.TrimEnd('.')})",
        _ when ConnectionFailures.Is(exception) && exception is OperationCanceledException => exception.InnerException!.Message.TrimEnd('.'),
        _ => exception.Message.TrimEnd('.'),
    };

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
