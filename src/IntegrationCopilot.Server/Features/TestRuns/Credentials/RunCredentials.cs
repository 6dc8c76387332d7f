using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>How a run proves who it is.</summary>
public enum RunCredentialKind
{
    None,
    ApiKey,
    Basic,
    Bearer,

    /// <summary>OAuth 2.0 client credentials.</summary>
    OAuth2,
}

/// <summary>Credentials for one run. Which of the values are needed follows from the kind.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="KeyName">API key: name of the header, query parameter or cookie. Default <c>X-API-Key</c>.</param>
/// <param name="KeyLocation">API key: where it is sent.</param>
/// <param name="Key">API key: the key.</param>
/// <param name="UserName">Basic: the user name.</param>
/// <param name="Password">Basic: the password.</param>
/// <param name="Token">Bearer: the token.</param>
/// <param name="ClientId">OAuth2: the client's identifier.</param>
/// <param name="ClientSecret">OAuth2: its secret.</param>
/// <param name="TokenUrl">OAuth2: the token endpoint.</param>
/// <param name="Scopes">OAuth2: the scopes to ask for, with spaces between them; null for those the server gives by itself.</param>
public sealed record RunCredentials(
    RunCredentialKind Kind, string? KeyName = null, ApiKeyLocation KeyLocation = ApiKeyLocation.Header, string? Key = null, string? UserName = null,
    string? Password = null,
    string? Token = null, string? ClientId = null, string? ClientSecret = null, string? TokenUrl = null, string? Scopes = null)
{
    private const string DefaultKeyName = "X-API-Key";

    /// <summary>The kind, never a secret.</summary>
    public override string ToString() => $"{nameof(RunCredentials)} {Kind}";

    /// <summary>What the runner takes. The values have been checked.</summary>
    internal IReadOnlyList<ApiCredentials> ToApi() => Kind switch
    {
        RunCredentialKind.ApiKey => [new ApiKeyCredentials(KeyNameOrDefault, KeyLocation, Key!)],
        RunCredentialKind.Basic => [new BasicCredentials(UserName!, Password!)],
        RunCredentialKind.Bearer => [new BearerCredentials(Token!)],
        RunCredentialKind.OAuth2 =>
            [new OAuth2ClientCredentials(ClientId!, ClientSecret!, new Uri(TokenUrl!.Trim()),
            Scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        _ => [],
    };

    internal string KeyNameOrDefault => string.IsNullOrWhiteSpace(KeyName) ? DefaultKeyName : KeyName.Trim();
}
