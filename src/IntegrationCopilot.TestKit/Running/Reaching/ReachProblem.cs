using System.Net.Http;

namespace IntegrationCopilot.TestKit;

/// <summary>Says which part of an address is wrong when nobody answers there.</summary>
internal static class ReachProblem
{
    public static string Of(Exchange exchange)
    {
        var url = new Uri(exchange.Request.Url);
        return $"{exchange.Request.Url} did not answer: {exchange.Failure?.TrimEnd('.')}. {Part(exchange, url)}";
    }

    private static string Part(Exchange exchange, Uri url) => exchange.Error switch
    {
        HttpRequestError.NameResolutionError =>
            $"The host is wrong: no address is known for '{url.Host}'. Check its name, and that it can be resolved from here.",
        HttpRequestError.ConnectionError => $"Nothing listens at {url.Authority}. Check host and port, and that the server runs.",
        HttpRequestError.SecureConnectionError =>
            $"The TLS handshake with {url.Authority} failed. Check that the port speaks TLS, and that the certificate is of this host, of a trusted issuer and "
                + "not past its time.",
        _ when exchange.TimedOut => $"{url.Authority} cannot be reached from here, or is busy. Check host and port, and what stands between.",
        _ => "Check the base URL and that the server runs.",
    };
}
