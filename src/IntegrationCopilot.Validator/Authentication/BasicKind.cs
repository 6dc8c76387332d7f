using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>HTTP Basic: user name and password (RFC 7617), encoded as UTF-8.</summary>
internal sealed class BasicKind : IAuthenticationKind
{
    private const string Scheme = "Basic";
    private const string NotBase64 = "%%%not-base64%%%";

    public bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.Basic;

    public string Describe(SecurityScheme scheme) => "HTTP Basic";

    public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.UserAndPassword;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => AuthorizationField.Places;

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) =>
        AuthorizationField.Of(Scheme, Convert.ToBase64String(Encoding.UTF8.GetBytes(credential)));

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => AuthorizationField.Of(Scheme, NotBase64);

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request)
    {
        var reading = AuthorizationField.Read(request, Scheme);
        if (reading.Value is not { } encoded) return reading;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return CredentialReading.Malformed("The Basic credentials in 'Authorization' are not Base64.");
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.Contains(':', StringComparison.Ordinal)
            ? CredentialReading.Present(pair)
            : CredentialReading.Malformed("The Basic credentials in 'Authorization' are not 'user:password'.");
    }

    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) => new(Scheme, [new("charset", "UTF-8")]);
}
