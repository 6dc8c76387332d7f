using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Credentials, and the scheme they are sent by.</summary>
/// <param name="Scheme">The scheme of the document, or one that says how the credentials are sent by themselves.</param>
/// <param name="Credentials">The credentials.</param>
internal sealed record ChosenCredential(SecurityScheme Scheme, ApiCredentials Credentials)
{
    /// <summary>Credentials as they are sent without a document.</summary>
    /// <returns>Null for those that only a document explains.</returns>
    public static ChosenCredential? ByThemselves(ApiCredentials credentials) => OwnSchemes.Of(credentials) is { } own ? new(own, credentials) : null;

    /// <summary>Credentials for a scheme of the document; null when they are not for it.</summary>
    /// <remarks>They fit by the name of the scheme, by what it takes, or because they travel in the very place that it names.</remarks>
    public static ChosenCredential? Fitting(SecurityScheme scheme, ApiCredentials credentials, AuthenticationKinds kinds)
    {
        var kind = kinds.Of(scheme);
        var form = kind.FormOf(scheme);
        if (credentials is SchemeCredentials named)
            return form != CredentialForm.None && string.Equals(named.Scheme, scheme.Name, StringComparison.Ordinal) ? new(scheme, credentials) : null;
        if (credentials is ApiKeyCredentials key)
            return kind.PlacesOf(scheme).Any(place => place.Is(key.Place, key.Name)) ? ByThemselves(credentials) : null;
        if (FormOf(credentials) == form) return new(scheme, credentials);
        var isKeyInAuthorization = form == CredentialForm.Key
            && kind.PlacesOf(scheme).Any(place => place.Is(CredentialPlace.Authorization.Place, CredentialPlace.Authorization.Name));
        return isKeyInAuthorization ? ByThemselves(credentials) : null;
    }

    private static CredentialForm FormOf(ApiCredentials credentials) => credentials switch
    {
        BasicCredentials => CredentialForm.UserAndPassword,
        BearerCredentials or OAuth2ClientCredentials => CredentialForm.Token,
        _ => CredentialForm.Key,
    };
}
