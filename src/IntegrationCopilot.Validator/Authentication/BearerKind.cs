using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A bearer token from somewhere (RFC 6750, section 2.1).</summary>
internal sealed class BearerKind : IAuthenticationKind
{
    public bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.Bearer;

    public string Describe(SecurityScheme scheme) => "a bearer token";

    public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.Token;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => AuthorizationField.Places;

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) => BearerToken.Apply(credential);

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => BearerToken.Spoil();

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request) => BearerToken.Read(request);

    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) => BearerToken.Challenge(outcome);
}
