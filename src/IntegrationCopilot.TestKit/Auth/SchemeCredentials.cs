namespace IntegrationCopilot.TestKit;

/// <summary>A credential for one security scheme of the document, of whatever kind that is.</summary>
/// <remarks>Its kind of authentication says how it is sent; see <see cref="Validator.IAuthenticationKind"/>.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SchemeCredentials : ApiCredentials
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="scheme">Name of the scheme in the document.</param>
    /// <param name="value">The key, the token, or <c>user:password</c>: what the scheme takes.</param>
    /// <exception cref="ArgumentException"><paramref name="scheme"/> is empty, or <paramref name="value"/> cannot stand in a header.</exception>
    public SchemeCredentials(string scheme, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        ArgumentNullException.ThrowIfNull(value);
        Scheme = scheme;
        Value = HeaderText(value, nameof(value));
    }

    /// <summary>Name of the scheme in the document.</summary>
    public string Scheme { get; }

    /// <summary>The key, the token, or <c>user:password</c>.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Secrets => [Value];

    internal override string Text => Value;
}
