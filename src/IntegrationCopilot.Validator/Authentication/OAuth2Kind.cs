using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>OAuth 2.0 (RFC 6749): an access token, in the header or in the query (RFC 6750, sections 2.1 and 2.3).</summary>
internal class OAuth2Kind : IAuthenticationKind
{
    private const string QueryName = "access_token";

    private static readonly IReadOnlyList<CredentialPlace> Places = [CredentialPlace.Authorization, new(ParameterPlace.Query, QueryName)];

    public virtual bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.OAuth2;

    public virtual string Describe(SecurityScheme scheme) => "OAuth 2.0";

    public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.Token;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => Places;

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) => BearerToken.Apply(credential);

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => BearerToken.Spoil();

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request)
    {
        var reading = BearerToken.Read(request);
        if (reading.State != CredentialState.Missing) return reading;
        return RequestFields.Query(request, QueryName) is { Length: > 0 } token ? CredentialReading.Present(token) : reading;
    }

    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) => BearerToken.Challenge(outcome);
}
