using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Values that satisfy the security schemes of a document.</summary>
internal sealed record SchemeValues(string ApiKey, string UserName, string Password, string BearerToken, string ExpiredToken, string ClientId,
    string ClientSecret, Uri? TokenUrl)
{
    /// <summary>Values of the right form that let nobody in.</summary>
    public static SchemeValues MadeUp { get; } =
        new("key-that-lets-nobody-in", "nobody", "password-of-nobody", "token-that-lets-nobody-in", "token-past-its-time", "nobody", "secret-of-nobody", null);

    /// <summary>What a mock lets in.</summary>
    public static SchemeValues Of(MockServer mock)
    {
        var known = mock.Options.Credentials;
        return new(known.ApiKey, known.UserName, known.Password, known.BearerToken, known.ExpiredToken, known.ClientId, known.ClientSecret, mock.TokenUrl);
    }

    /// <summary>Credentials for the first alternative of an operation that asks for any; none when it asks for none.</summary>
    public IReadOnlyList<ApiCredentials> For(ApiOperation? operation) =>
        operation?.Security.FirstOrDefault(alternative => alternative.Requirements.Count > 0) is { } first
            ? [.. first.Requirements.Select(Of).OfType<ApiCredentials>()]
            : [];

    private ApiCredentials? Of(SecurityRequirement requirement) => requirement.Scheme switch
    {
        { Kind: SecuritySchemeKind.ApiKey, KeyName: { Length: > 0 } name } scheme => Key(name, scheme.KeyPlace),
        { Kind: SecuritySchemeKind.Basic } => new BasicCredentials(UserName, Password),
        { Kind: SecuritySchemeKind.Bearer or SecuritySchemeKind.OpenIdConnect } => new BearerCredentials(BearerToken),
        { Kind: SecuritySchemeKind.OAuth2 } scheme => OAuth2(scheme, requirement.Scopes),
        _ => null,
    };

    private ApiKeyCredentials? Key(string name, ParameterPlace place)
    {
        var location =
            place switch { ParameterPlace.Query => ApiKeyLocation.Query, ParameterPlace.Cookie => ApiKeyLocation.Cookie, _ => ApiKeyLocation.Header };
        try
        {
            return new ApiKeyCredentials(name, location, ApiKey);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private ApiCredentials OAuth2(SecurityScheme scheme, IReadOnlyList<string> scopes) =>
        TokenUrl is { } url && scheme.Flows.Any(flow => flow.Name == "clientCredentials")
            ? new OAuth2ClientCredentials(ClientId, ClientSecret, url, scopes)
            : new BearerCredentials(BearerToken);
}
