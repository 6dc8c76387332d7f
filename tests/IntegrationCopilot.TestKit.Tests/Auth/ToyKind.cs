using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>A kind of authentication that the product does not know: <c>Authorization: Toy MAC</c>, over method and URL. All there is to say stands
/// here.</summary>
internal sealed class ToyKind : IAuthenticationKind
{
    private const string Name = "Toy";

    public bool Covers(SecurityScheme scheme) => scheme.HttpScheme == "toy";

    public string Describe(SecurityScheme scheme) => "a toy signature";

    public CredentialForm FormOf(SecurityScheme scheme) => CredentialForm.Key;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => [CredentialPlace.Authorization];

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) =>
        [new(CredentialPlace.Authorization, $"{Name} {Sign(credential, request)}")];

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => [new(CredentialPlace.Authorization, $"{Name} no-mac")];

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request)
    {
        var sent = request.Headers.FirstOrDefault(header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value;
        if (sent is null) return CredentialReading.Missing("The toy signature is missing.");
        var mac = sent.Split(' ')[^1];
        return mac.Length == 64 ? CredentialReading.Present(mac) : CredentialReading.Malformed("The toy signature is none.");
    }

    public bool Proves(SecurityScheme scheme, RecordedRequest request, string credential) => Read(scheme, request).Value == Sign(credential, request);

    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) => new(Name, [new("for", outcome.Verdict.ToString())]);

    private static string Sign(string key, RecordedRequest request)
    {
        var path = Uri.TryCreate(request.Url, UriKind.Absolute, out var url) && !url.IsFile ? url.PathAndQuery : request.Url;
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{request.Method} {path}")));
    }
}
