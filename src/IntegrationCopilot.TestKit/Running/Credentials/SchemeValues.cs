using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Values that satisfy the security schemes of a document.</summary>
internal sealed record SchemeValues(string ApiKey, string UserName, string Password, string BearerToken, string ExpiredToken, string ClientId,
    string ClientSecret, Uri? TokenUrl)
{
    /// <summary>Values of the right form that let nobody in.</summary>
    public static SchemeValues MadeUp { get; } =
        new("key-that-lets-nobody-in", "nobody", "password-of-nobody", "token-that-lets-nobody-in", "token-past-its-time", "nobody", "secret-of-nobody", null);

    /// <summary>What a mock lets in.</summary>
    public static SchemeValues Of(MockServer mock) => Of(mock.Options.Credentials, mock.TokenUrl);

    /// <summary>What a mock lets in.</summary>
    public static SchemeValues Of(MockCredentials known, Uri? tokenUrl) =>
        new(known.ApiKey, known.UserName, known.Password, known.BearerToken, known.ExpiredToken, known.ClientId, known.ClientSecret, tokenUrl);

    /// <summary>
    /// Credentials for the first alternative of an operation whose schemes all take some, else for the first that asks for any; none when it asks for none.
    /// </summary>
    public IReadOnlyList<ChosenCredential> For(ApiOperation? operation, AuthenticationKinds kinds)
    {
        var asked = operation?.Security.Where(alternative => alternative.Requirements.Count > 0).ToList() ?? [];
        var chosen = asked.Find(alternative => alternative.Requirements.All(requirement => FormOf(requirement, kinds) != CredentialForm.None))
            ?? asked.FirstOrDefault();
        return [.. chosen?.Requirements.Select(requirement => Of(requirement, kinds)).OfType<ChosenCredential>() ?? []];
    }

    private ChosenCredential? Of(SecurityRequirement requirement, AuthenticationKinds kinds)
    {
        if (requirement.Scheme is not { } scheme) return null;
        return FormOf(requirement, kinds) switch
        {
            CredentialForm.Key => new(scheme, new SchemeCredentials(scheme.Name, ApiKey)),
            CredentialForm.UserAndPassword => new(scheme, new BasicCredentials(UserName, Password)),
            CredentialForm.Token => new(scheme, Token(scheme, requirement.Scopes)),
            _ => null,
        };
    }

    private static CredentialForm FormOf(SecurityRequirement requirement, AuthenticationKinds kinds) =>
        requirement.Scheme is { } scheme ? kinds.Of(scheme).FormOf(scheme) : CredentialForm.None;

    private ApiCredentials Token(SecurityScheme scheme, IReadOnlyList<string> scopes) =>
        TokenUrl is { } url && scheme.Flows.Any(flow => flow.Name == "clientCredentials")
            ? new OAuth2ClientCredentials(ClientId, ClientSecret, url, scopes)
            : new BearerCredentials(BearerToken);
}
