using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.MockGen;

/// <summary>Decides who may control a mock over HTTP. Nothing that pages, partners or proxies send may.</summary>
internal static class ControlAccess
{
    private static readonly string[] SignsOfOthers = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via", "Origin"];

    /// <summary>
    /// Whether the caller is on this machine: the connection is, it names this machine, and nobody stands in between, neither a proxy nor a page of a browser.
    /// </summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLoopbackName(context.Request.Host.Host)
        && !Array.Exists(SignsOfOthers, context.Request.Headers.ContainsKey);

    /// <summary>Why a request may not control the mock; null when it may.</summary>
    public static string? Refusal(MockRequest request, MockOptions options) => options.Control switch
    {
        MockControlAccess.Loopback when request.Caller.IsLocal => null,
        MockControlAccess.Loopback => "This mock is controlled from the machine it runs on only, not through proxies or from pages.",
        MockControlAccess.Token when IsSame(request.Field(MockHeaders.ControlToken), options.ControlToken) => null,
        MockControlAccess.Token => $"This mock is controlled with the header {MockHeaders.ControlToken} only.",
        _ => "This mock cannot be controlled over HTTP.",
    };

    private static bool IsSame(string? given, string? expected) =>
        !string.IsNullOrEmpty(expected) && given is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    /// <summary>A name that somebody else's DNS answers for is not this machine's, wherever it points.</summary>
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
