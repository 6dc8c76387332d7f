namespace IntegrationCopilot.Validator;

/// <summary>What a <see cref="TraceRedactor"/> takes for a secret, beyond what it knows by itself.</summary>
/// <remarks>
/// <para>Names compare ignoring case and everything but letters and digits: <c>api_key</c>, <c>apiKey</c> and <c>API-Key</c> are one name.</para>
/// <para>By itself it knows the usual names (authorization, cookie, password, secret, token, API key and their like, but not page tokens) and the shapes of
/// JSON Web Tokens, bearer and basic credentials, keys of well-known vendors, private keys in PEM and payment card numbers.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RedactionOptions
{
    /// <summary>Further names of headers whose value is a secret; default none.</summary>
    public IReadOnlyCollection<string> HeaderNames { get; init; } = [];

    /// <summary>Further names of query parameters whose value is a secret; default none.</summary>
    public IReadOnlyCollection<string> QueryNames { get; init; } = [];

    /// <summary>Further names of JSON properties, form fields and XML elements whose value is a secret, wherever they stand; default none.</summary>
    public IReadOnlyCollection<string> PropertyNames { get; init; } = [];

    /// <summary>
    /// Places in JSON bodies whose value is a secret; default none. Written <c>$.card.number</c> or <c>card.number</c>; <c>*</c> stands for any property or
    /// index: <c>items[*].pin</c>. At most 32 steps.
    /// </summary>
    public IReadOnlyCollection<string> JsonPaths { get; init; } = [];

    /// <summary>
    /// Secrets themselves, found wherever they stand, also percent-encoded, escaped or in base64; default none. Those of fewer than 8 characters are found as
    /// whole words only, those of fewer than 3 not at all.
    /// </summary>
    public IReadOnlyCollection<string> SecretValues { get; init; } = [];

    /// <summary>Key of the placeholders: equal secrets get equal placeholders under one key. Empty (the default) for a random key.</summary>
    public ReadOnlyMemory<byte> PlaceholderKey { get; init; }

    /// <summary>How many bytes a trace keeps of a redacted body; default <see cref="TraceBody.DefaultMaxBytes"/>.</summary>
    public int MaxBodyBytes { get; init; } = TraceBody.DefaultMaxBytes;

    /// <summary>Says nothing of the secrets.</summary>
    public override string ToString() => nameof(RedactionOptions);
}
