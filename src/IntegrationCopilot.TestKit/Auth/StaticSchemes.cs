using System.Net.Http;
using System.Net.Http.Headers;

namespace IntegrationCopilot.TestKit;

/// <summary>Leaves requests as they are.</summary>
internal sealed class NoAuthScheme : IAuthScheme
{
    public IReadOnlyList<string> Secrets => [];

    public ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken) => ValueTask.FromResult<AuthFailure?>(null);

    public bool TryRenew(HttpRequestMessage refused) => false;
}

/// <summary>Sends the same <c>Authorization</c> header with every request.</summary>
internal sealed class AuthorizationScheme(string name, string? parameter, IReadOnlyList<string> secrets) : IAuthScheme
{
    public IReadOnlyList<string> Secrets => secrets;

    public ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue(name, parameter);
        return ValueTask.FromResult<AuthFailure?>(null);
    }

    public bool TryRenew(HttpRequestMessage refused) => false;
}

/// <summary>Sends an API key in a header, in the query or in a cookie.</summary>
internal sealed class ApiKeyScheme(ApiKeyCredentials key) : IAuthScheme
{
    private const string CookieHeader = "Cookie";

    public IReadOnlyList<string> Secrets => key.Secrets;

    public ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (key.Location == ApiKeyLocation.Query) request.RequestUri = WithKey(request.RequestUri);
        else if (key.Location == ApiKeyLocation.Cookie)
            SetHeader(request, CookieHeader, string.Join("; ", [.. OtherCookies(request), $"{key.Name}={key.Value}"]));
        else SetHeader(request, key.Name, key.Value);
        return ValueTask.FromResult<AuthFailure?>(null);
    }

    public bool TryRenew(HttpRequestMessage refused) => false;

    private static void SetHeader(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private IEnumerable<string> OtherCookies(HttpRequestMessage request) =>
        request.Headers.TryGetValues(CookieHeader, out var cookies)
            ? cookies.SelectMany(cookie => cookie.Split("; ")).Where(cookie => !cookie.StartsWith(key.Name + "=", StringComparison.Ordinal))
            : [];

    /// <summary>The URL with the key at the end of its query, and the rest as it was spelled.</summary>
    private Uri WithKey(Uri? url)
    {
        var text = url?.OriginalString ?? throw new InvalidOperationException("The request has no URL.");
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var (before, after) = fragment < 0 ? (text, "") : (text[..fragment], text[fragment..]);
        var separator = before.Contains('?', StringComparison.Ordinal) ? before[^1] is '?' or '&' ? "" : "&" : "?";
        return WireUri.Of($"{before}{separator}{Uri.EscapeDataString(key.Name)}={Uri.EscapeDataString(key.Value)}{after}");
    }
}
