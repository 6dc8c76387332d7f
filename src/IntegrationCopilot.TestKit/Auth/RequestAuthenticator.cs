using System.Net.Http;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Puts credentials on requests.</summary>
/// <remarks>
/// <para>How they are sent is said by their kind of authentication (<see cref="IAuthenticationKind"/>).</para>
/// <para>An OAuth 2.0 token is fetched when the first request needs it, once for all requests that wait for it, kept, and fetched anew shortly before it
/// expires: when a tenth of its life is left, at most a minute before. A token without an announced life is kept until <see cref="TryRenew"/> says that it was
/// refused.</para>
/// </remarks>
/// <threadsafety>Safe for use by several threads at once.</threadsafety>
public sealed class RequestAuthenticator
{
    private readonly SentSecrets sent = new();
    private readonly ICredentialSource source;
    private readonly IAuthenticationKind kind;
    private readonly SecurityScheme scheme;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="credentials">The credentials; those for a scheme of a document are of no use without it.</param>
    /// <param name="tokenClient">Sends the requests to the token endpoint of OAuth 2.0, and nothing else; it stays the caller's.</param>
    /// <param name="clock">Where the time comes from.</param>
    /// <exception cref="ArgumentException"><paramref name="credentials"/> are for a scheme of a document.</exception>
    public RequestAuthenticator(ApiCredentials credentials, HttpClient tokenClient, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(tokenClient);
        ArgumentNullException.ThrowIfNull(clock);
        scheme = OwnSchemes.Of(credentials) ?? throw new ArgumentException("How these credentials are sent is said by a document.", nameof(credentials));
        kind = AuthenticationKinds.Default.Of(scheme);
        source = CredentialSources.Of(credentials, tokenClient, clock);
    }

    internal RequestAuthenticator(ICredentialSource source, IAuthenticationKind kind, SecurityScheme scheme)
    {
        this.source = source;
        this.kind = kind;
        this.scheme = scheme;
    }

    /// <summary>Whether something that is not of the scheme's form is sent instead.</summary>
    internal bool Malforms { get; init; }

    /// <summary>Every value a trace must not show: the secrets of the credentials, and the tokens and fields sent so far (the last 32 of each).</summary>
    public IReadOnlyList<string> Secrets => [.. source.Secrets, .. sent.All];

    /// <summary>Puts the credentials on a request, in place of any that are in the same field.</summary>
    /// <param name="request">The request, which has a URL.</param>
    /// <param name="cancellationToken">Stops waiting for a token; the fetch goes on for others who wait for it.</param>
    /// <returns>Null, or why there are no credentials to put on it.</returns>
    public async ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await ApplyAsync(request, request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : default, cancellationToken);
    }

    /// <summary>Says that a request was answered with 401, and asks whether sending it once more with new credentials makes sense.</summary>
    /// <param name="refused">The request as it was sent.</param>
    /// <returns>True when the next <see cref="ApplyAsync(HttpRequestMessage, CancellationToken)"/> will use another token; always false for credentials that
    /// are not fetched.</returns>
    public bool TryRenew(HttpRequestMessage refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return kind.Read(scheme, MessageFields.Record(refused, default)).Value is { } used && source.TryRenew(used);
    }

    /// <summary>The same for a request whose body is known.</summary>
    internal async ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var answer = await source.GetAsync(cancellationToken);
        if (answer.Text is not { } credential) return answer.Failure;
        var fields = Malforms ? kind.Spoil(scheme) : kind.Apply(scheme, credential, MessageFields.Record(request, body));
        foreach (var field in fields)
        {
            sent.Add(field.Value);
            MessageFields.Set(request, field);
        }

        return null;
    }
}
