using System.Net.Http;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells failures to reach a server from failures of one exchange.</summary>
internal static class ConnectionFailures
{
    /// <summary>Whether there was no connection over which anything could have been sent.</summary>
    /// <remarks>A client that gives up connecting by a limit of its own says so by a cancellation that holds a time-out.</remarks>
    public static bool Is(Exception exception) => exception switch
    {
        HttpRequestException http => http.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
