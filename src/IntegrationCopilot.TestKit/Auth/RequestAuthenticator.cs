using System.Net.Http;

namespace IntegrationCopilot.TestKit;

/// <summary>Puts credentials on requests.</summary>
/// <remarks>
/// <para>An OAuth 2.0 token is fetched when the first request needs it, once for all requests that wait for it, kept, and fetched anew shortly before it
/// expires: when a tenth of its life is left, at most a minute before. A token without an announced life is kept until <see cref="TryRenew"/> says that it was
/// refused.</para>
/// </remarks>
/// <threadsafety>Safe for use by several threads at once.</threadsafety>
public sealed class RequestAuthenticator
{
    private readonly IAuthScheme scheme;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="tokenClient">Sends the requests to the token endpoint of OAuth 2.0, and nothing else; it stays the caller's.</param>
    /// <param name="clock">Where the time comes from.</param>
    public RequestAuthenticator(ApiCredentials credentials, HttpClient tokenClient, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(tokenClient);
        ArgumentNullException.ThrowIfNull(clock);
        scheme = credentials switch
        {
            ApiKeyCredentials key => new ApiKeyScheme(key),
            BasicCredentials basic => new AuthorizationScheme("Basic", basic.Encoded, basic.Secrets),
            BearerCredentials bearer => new AuthorizationScheme("Bearer", bearer.Token, bearer.Secrets),
            OAuth2ClientCredentials client => new OAuth2Scheme(client, new TokenEndpoint(client, tokenClient, clock), clock),
            _ => new NoAuthScheme(),
        };
    }

    internal RequestAuthenticator(IAuthScheme scheme) => this.scheme = scheme;

    /// <summary>Every value a trace must not show: the secrets of the credentials, and the tokens fetched so far (the last 32).</summary>
    public IReadOnlyList<string> Secrets => scheme.Secrets;

    /// <summary>Puts the credentials on a request, in place of any that are in the same header.</summary>
    /// <param name="request">The request, which has a URL.</param>
    /// <param name="cancellationToken">Stops waiting for a token; the fetch goes on for others who wait for it.</param>
    /// <returns>Null, or why there are no credentials to put on it.</returns>
    public ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return scheme.ApplyAsync(request, cancellationToken);
    }

    /// <summary>Says that a request was answered with 401, and asks whether sending it once more with new credentials makes sense.</summary>
    /// <param name="refused">The request as it was sent.</param>
    /// <returns>True when the next <see cref="ApplyAsync"/> will use another token; always false for credentials that are not fetched.</returns>
    public bool TryRenew(HttpRequestMessage refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return scheme.TryRenew(refused);
    }
}
