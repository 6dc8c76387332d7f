using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Decides whether a request may call an operation (OpenAPI 3.1.1, section 4.8.30: any alternative suffices, all of its schemes are needed).</summary>
internal sealed class CredentialCheck(MockCredentials credentials, AccessTokens tokens, AuthenticationKinds kinds)
{
    private readonly UncheckedSchemes uncheckedSchemes = new(kinds);

    public CredentialOutcome Check(ApiOperation operation, RecordedRequest request)
    {
        CredentialOutcome? closest = null;
        var canBeChecked = operation.Security.Any(a => a.Requirements.Count > 0 && !a.Requirements.Any(uncheckedSchemes.Contains));
        foreach (var alternative in operation.Security)
        {
            // Beside credentials that can be checked, others let in only those who show some.
            if (canBeChecked && uncheckedSchemes.AreAllOf(alternative) && !uncheckedSchemes.IsPresented(alternative, request)) continue;
            var outcome = Check(alternative, request);
            if (outcome.Verdict == CredentialVerdict.Accepted) return outcome;
            if (closest is null || outcome.Verdict > closest.Verdict) closest = outcome;
        }
        return closest ?? CredentialOutcome.Accepted;
    }

    private CredentialOutcome Check(SecurityAlternative alternative, RecordedRequest request) =>
        alternative.Requirements.Where(r => !uncheckedSchemes.Contains(r)).Select(r => Check(r, request)).MinBy(o => o.Verdict) ?? CredentialOutcome.Accepted;

    private CredentialOutcome Check(SecurityRequirement requirement, RecordedRequest request)
    {
        var scheme = requirement.Scheme!;
        var kind = kinds.Of(scheme);
        var reading = kind.Read(scheme, request);
        return reading.State switch
        {
            CredentialState.Missing => new(CredentialVerdict.Missing, reading.Problem!),
            CredentialState.Malformed => new(CredentialVerdict.Malformed, reading.Problem!),
            _ => Judge(kind, requirement, request, reading.Value ?? ""),
        };
    }

    private CredentialOutcome Judge(IAuthenticationKind kind, SecurityRequirement requirement, RecordedRequest request, string value)
    {
        var scheme = requirement.Scheme!;
        return kind.FormOf(scheme) switch
        {
            CredentialForm.Key => Proves(credentials.ApiKey) || IsTokenByAnotherName(kind, scheme, value)
                ? CredentialOutcome.Accepted
                : Wrong($"The credential of the scheme '{scheme.Name}' is not valid."),
            CredentialForm.UserAndPassword => Proves($"{credentials.UserName}:{credentials.Password}")
                ? CredentialOutcome.Accepted
                : Wrong("The user name or password is not valid."),
            CredentialForm.Token => Proves(credentials.BearerToken) ? CredentialOutcome.Accepted
                : Proves(credentials.ExpiredToken) ? new(CredentialVerdict.Expired, "The access token has expired.")
                : tokens.Check(value, requirement.Scopes),
            _ => CredentialOutcome.Accepted,
        };

        bool Proves(string known) => kind.Proves(scheme, request, known);
    }

    /// <summary>Keys in <c>Authorization</c> often come with a scheme in front, and are then tokens by another name.</summary>
    private bool IsTokenByAnotherName(IAuthenticationKind kind, SecurityScheme scheme, string value)
    {
        if (!kind.PlacesOf(scheme).Any(place => place.Is(CredentialPlace.Authorization.Place, CredentialPlace.Authorization.Name))) return false;
        var bare = value[(value.LastIndexOf(' ') + 1)..];
        return Same(bare, credentials.ApiKey) || Same(bare, credentials.BearerToken);
    }

    private static CredentialOutcome Wrong(string problem) => new(CredentialVerdict.Wrong, problem);

    internal static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
