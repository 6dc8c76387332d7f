using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Whatever no other kind covers: nothing is known of it, so nobody is refused for it.</summary>
internal class UnknownKind : IAuthenticationKind
{
    public virtual bool Covers(SecurityScheme scheme) => true;

    public virtual string Describe(SecurityScheme scheme) => scheme.Node["type"].GetString() ?? "of no type";

    public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.None;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => [];

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) => [];

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => [];

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request) => CredentialReading.Present("");

    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) => null;
}
