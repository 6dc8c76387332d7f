using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// How a caller proves who it is: one of <see cref="ApiKeyCredentials"/>, <see cref="BasicCredentials"/>, <see cref="BearerCredentials"/>,
/// <see cref="OAuth2ClientCredentials"/> and <see cref="SchemeCredentials"/>.
/// </summary>
/// <remarks>Plain data; <see cref="RequestAuthenticator"/> puts it on requests. The text form never shows a secret.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public abstract record ApiCredentials
{
    private protected ApiCredentials()
    {
    }

    /// <summary>Every value a trace must not show, in each spelling it is sent in.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The key, the token, or <c>user:password</c>; empty for what has to be fetched.</summary>
    internal abstract string Text { get; }

    /// <summary>The kind of credentials, without any value.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <exception cref="ArgumentException">The text cannot stand in a header field (RFC 9110, section 5.5).</exception>
    private protected static string HeaderText(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return text.All(c => c is >= ' ' and <= '~') ? text : throw new ArgumentException("A header holds printable ASCII characters only.", parameter);
    }
}

/// <summary>Where an API key is sent.</summary>
public enum ApiKeyLocation
{
    /// <summary>In a header field.</summary>
    Header,

    /// <summary>In a query parameter.</summary>
    Query,

    /// <summary>In a cookie.</summary>
    Cookie,
}

/// <summary>An API key (OpenAPI security scheme <c>apiKey</c>).</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiKeyCredentials : ApiCredentials
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="name">Name of the header, query parameter or cookie.</param>
    /// <param name="location">Where it is sent.</param>
    /// <param name="value">The key.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or name or value cannot stand there.</exception>
    public ApiKeyCredentials(string name, ApiKeyLocation location, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = location == ApiKeyLocation.Query ? name : HeaderText(name, nameof(name));
        Value = location == ApiKeyLocation.Query ? value : HeaderText(value, nameof(value));
        Location = location;
        if (location == ApiKeyLocation.Header && !CanBeHeader(name))
            throw new ArgumentException($"The header '{name}' says how a request is sent, and cannot hold a key.", nameof(name));
        if (location == ApiKeyLocation.Cookie && (value.Contains(';', StringComparison.Ordinal) || name.AsSpan().ContainsAny("=;")))
            throw new ArgumentException("A cookie holds no ';', and its name no '='.", nameof(value));
    }

    /// <summary>Name of the header, query parameter or cookie.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether a header of that name can hold a key: a token (RFC 9110, section 5.6.2) that does not say how a message is sent or what its content is, as
    /// <c>Host</c> and <c>Content-Type</c> do.
    /// </summary>
    /// <param name="name">The name.</param>
    public static bool CanBeHeader(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var scheme = OwnSchemes.OfKey(name, ParameterPlace.Header);
        return AuthenticationKinds.Default.Of(scheme).FormOf(scheme) != CredentialForm.None;
    }

    /// <summary>Where it is sent.</summary>
    public ApiKeyLocation Location { get; }

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Secrets => [Value];

    internal override string Text => Value;

    internal ParameterPlace Place => Location switch
    {
        ApiKeyLocation.Query => ParameterPlace.Query,
        ApiKeyLocation.Cookie => ParameterPlace.Cookie,
        _ => ParameterPlace.Header,
    };
}

/// <summary>User name and password (RFC 7617), encoded as UTF-8.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BasicCredentials : ApiCredentials
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="ArgumentException"><paramref name="userName"/> holds a colon.</exception>
    public BasicCredentials(string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("A user name holds no colon (RFC 7617, section 2).", nameof(userName));
        UserName = userName;
        Password = password;
    }

    /// <summary>The user name.</summary>
    public string UserName { get; }

    /// <summary>The password.</summary>
    public string Password { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Secrets => [Password, Encode(UserName, Password)];

    internal override string Text => $"{UserName}:{Password}";

    internal static string Encode(string userName, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));
}

/// <summary>A token that is sent as it is (RFC 6750, section 2.1).</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BearerCredentials : ApiCredentials
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> cannot stand in a header.</exception>
    public BearerCredentials(string token) => Token = HeaderText(token, nameof(token));

    /// <summary>The token.</summary>
    public string Token { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Secrets => [Token];

    internal override string Text => Token;
}

/// <summary>How a client proves who it is to a token endpoint (RFC 6749, section 2.3.1).</summary>
public enum OAuth2ClientAuthentication
{
    /// <summary>Identifier and secret in the <c>Authorization</c> header: what every server must support.</summary>
    Basic,

    /// <summary>Identifier and secret in the form.</summary>
    Post,
}

/// <summary>OAuth 2.0 client credentials (RFC 6749, section 4.4).</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record OAuth2ClientCredentials : ApiCredentials
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="clientId">The client's identifier.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="tokenUrl">The token endpoint: an absolute http or https URL.</param>
    /// <param name="scopes">The scopes to ask for; null (the default) for those the server gives by itself.</param>
    /// <param name="authentication">How identifier and secret are sent; default in the header.</param>
    /// <exception cref="ArgumentException"><paramref name="tokenUrl"/> is not an absolute http or https URL.</exception>
    public OAuth2ClientCredentials(string clientId, string clientSecret, Uri tokenUrl, IEnumerable<string>? scopes = null,
        OAuth2ClientAuthentication authentication = OAuth2ClientAuthentication.Basic)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(clientSecret);
        ArgumentNullException.ThrowIfNull(tokenUrl);
        if (!tokenUrl.IsAbsoluteUri || tokenUrl.Scheme is not ("http" or "https"))
            throw new ArgumentException("A token endpoint is an absolute http or https URL.", nameof(tokenUrl));
        ClientId = clientId;
        ClientSecret = clientSecret;
        TokenUrl = tokenUrl;
        Scopes = [.. scopes ?? []];
        Authentication = authentication;
    }

    /// <summary>The client's identifier.</summary>
    public string ClientId { get; }

    /// <summary>Its secret.</summary>
    public string ClientSecret { get; }

    /// <summary>The token endpoint.</summary>
    public Uri TokenUrl { get; }

    /// <summary>The scopes to ask for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>How identifier and secret are sent.</summary>
    public OAuth2ClientAuthentication Authentication { get; }

    /// <summary>What follows <c>Basic</c> in the header: both parts are form-encoded first, as the RFC has it.</summary>
    internal string Encoded => BasicCredentials.Encode(FormEncode(ClientId), FormEncode(ClientSecret));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Secrets => [ClientSecret, Encoded];

    internal override string Text => "";

    private static string FormEncode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
