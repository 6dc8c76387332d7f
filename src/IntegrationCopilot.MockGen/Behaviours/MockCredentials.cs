namespace IntegrationCopilot.MockGen;

/// <summary>What a mock lets in. Nothing here is a secret: the defaults are published, so that everybody can call a mock.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockCredentials
{
    /// <summary>The API key, wherever the document wants it. Default <c>mock-api-key</c>.</summary>
    public string ApiKey { get; init; } = "mock-api-key";

    /// <summary>User of HTTP Basic. Default <c>mock-user</c>.</summary>
    public string UserName { get; init; } = "mock-user";

    /// <summary>Password of HTTP Basic. Default <c>mock-password</c>.</summary>
    public string Password { get; init; } = "mock-password";

    /// <summary>A bearer token that never expires and has every scope. Default <c>mock-bearer-token</c>.</summary>
    public string BearerToken { get; init; } = "mock-bearer-token";

    /// <summary>A bearer token past its time. Default <c>mock-expired-token</c>.</summary>
    public string ExpiredToken { get; init; } = "mock-expired-token";

    /// <summary>OAuth 2.0 client id. Default <c>mock-client</c>.</summary>
    public string ClientId { get; init; } = "mock-client";

    /// <summary>OAuth 2.0 client secret. Default <c>mock-client-secret</c>.</summary>
    public string ClientSecret { get; init; } = "mock-client-secret";

    /// <summary>
    /// Secret for signing webhook deliveries, in the form of Standard Webhooks. Default <c>whsec_</c> with the Base64 of <c>mock-webhook-secret-0001</c>.
    /// </summary>
    public string WebhookSecret { get; init; } = "whsec_bW9jay13ZWJob29rLXNlY3JldC0wMDAx";
}
