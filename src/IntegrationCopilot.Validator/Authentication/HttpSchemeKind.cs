using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Another HTTP authentication scheme, such as Digest: it is seen in a request, and how its credentials are made is not known.</summary>
internal sealed class HttpSchemeKind : IAuthenticationKind
{
    public bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.Http;

    public string Describe(SecurityScheme scheme) => $"HTTP {scheme.HttpScheme}";

    public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.None;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => AuthorizationField.Places;

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) => [];

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => [];

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request) => AuthorizationField.Read(request, scheme.HttpScheme ?? "");

    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) =>
        RequestFields.IsToken(scheme.HttpScheme ?? "") ? new(scheme.HttpScheme!, []) : null;
}
