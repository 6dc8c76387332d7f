namespace IntegrationCopilot.SpecEngine;

/// <summary>The kind of a security scheme.</summary>
public enum SecuritySchemeKind
{
    /// <summary>A key in a header, query or cookie.</summary>
    ApiKey,

    /// <summary>HTTP Basic (RFC 7617).</summary>
    Basic,

    /// <summary>A bearer token (RFC 6750).</summary>
    Bearer,

    /// <summary>Another HTTP authentication scheme; see <see cref="SecurityScheme.HttpScheme"/>.</summary>
    Http,

    /// <summary>OAuth 2.0 (RFC 6749).</summary>
    OAuth2,

    /// <summary>OpenID Connect discovery.</summary>
    OpenIdConnect,

    /// <summary>Mutual TLS.</summary>
    MutualTls,

    /// <summary>A kind this product does not know.</summary>
    Unknown,
}

/// <summary>A declared way to authenticate.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SecurityScheme
{
    /// <summary>Its name in the document.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required SecuritySchemeKind Kind { get; init; }

    /// <summary>The Security Scheme Object, references followed.</summary>
    public required RawNode Node { get; init; }

    /// <summary>API keys: where the key travels.</summary>
    public ParameterPlace KeyPlace { get; init; } = ParameterPlace.Header;

    /// <summary>API keys: name of the header, query parameter or cookie.</summary>
    public string? KeyName { get; init; }

    /// <summary>HTTP schemes: the scheme's name in lower case, for example <c>bearer</c>.</summary>
    public string? HttpScheme { get; init; }

    /// <summary>OAuth 2.0: the flows declared.</summary>
    public IReadOnlyList<OAuthFlow> Flows { get; init; } = [];

    /// <summary>For people (CommonMark).</summary>
    public string? Description { get; init; }
}

/// <summary>One OAuth 2.0 flow.</summary>
/// <param name="Name"><c>clientCredentials</c>, <c>authorizationCode</c>, <c>password</c>, <c>implicit</c> or <c>deviceAuthorization</c>, whatever the edition
/// calls it.</param>
/// <param name="AuthorizationUrl">As written.</param>
/// <param name="TokenUrl">As written; may be relative to the server.</param>
/// <param name="Scopes">Scope to description.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record OAuthFlow(string Name, string? AuthorizationUrl, string? TokenUrl, IReadOnlyDictionary<string, string> Scopes);

/// <summary>Schemes that must all be satisfied together; empty means anonymous.</summary>
/// <param name="Requirements">The schemes with the scopes asked for.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SecurityAlternative(IReadOnlyList<SecurityRequirement> Requirements);

/// <summary>One scheme that must be satisfied.</summary>
/// <param name="SchemeName">Name of the scheme as referred to.</param>
/// <param name="Scheme">The scheme; null when the document does not declare it.</param>
/// <param name="Scopes">Scopes or roles asked for.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SecurityRequirement(string SchemeName, SecurityScheme? Scheme, IReadOnlyList<string> Scopes);
