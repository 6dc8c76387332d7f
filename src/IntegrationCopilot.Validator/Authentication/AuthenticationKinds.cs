using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The kinds of authentication that are known.</summary>
/// <remarks>A scheme that no kind covers is one that leaves no trace in messages, and that nobody can have credentials for.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class AuthenticationKinds
{
    private readonly IReadOnlyList<IAuthenticationKind> kinds;

    private AuthenticationKinds(IReadOnlyList<IAuthenticationKind> kinds) => this.kinds = kinds;

    /// <summary>The kinds of OpenAPI: API keys, HTTP Basic, bearer tokens and other HTTP schemes, OAuth 2.0, OpenID Connect, and mutual TLS.</summary>
    public static AuthenticationKinds Default { get; } = new(
        [new ApiKeyKind(), new BasicKind(), new BearerKind(), new OAuth2Kind(), new OpenIdConnectKind(), new HttpSchemeKind(), new MutualTlsKind(),
            new UnknownKind()]);

    /// <summary>These kinds and more, which are asked first.</summary>
    /// <param name="more">The kinds; of several that cover a scheme the first counts.</param>
    public AuthenticationKinds With(params IEnumerable<IAuthenticationKind> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new([.. more, .. kinds]);
    }

    /// <summary>The kind of a scheme: the first that covers it.</summary>
    /// <param name="scheme">The scheme.</param>
    public IAuthenticationKind Of(SecurityScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        foreach (var kind in kinds)
            if (kind.Covers(scheme)) return kind;
        throw new InvalidOperationException("The last kind covers every scheme.");
    }

    /// <summary>Every place of a request that a credential may travel in.</summary>
    /// <param name="schemes">The schemes that ask for credentials; null stands for one that the document does not declare.</param>
    public IEnumerable<CredentialPlace> PlacesOf(IEnumerable<SecurityScheme?> schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        return schemes.OfType<SecurityScheme>().SelectMany(scheme => Of(scheme).PlacesOf(scheme));
    }
}
