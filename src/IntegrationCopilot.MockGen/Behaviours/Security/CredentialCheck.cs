using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What came of looking at credentials, from worst to best.</summary>
internal enum CredentialVerdict
{
    Missing,
    Malformed,
    Wrong,
    Expired,
    ScopeMissing,
    Accepted,
}

/// <summary>One look at a request's credentials.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Problem">What is wrong, in one sentence; empty when nothing is.</param>
internal sealed record CredentialOutcome(CredentialVerdict Verdict, string Problem)
{
    public static readonly CredentialOutcome Accepted = new(CredentialVerdict.Accepted, "");
}

/// <summary>Decides whether a request may call an operation (OpenAPI 3.1.1, section 4.8.30: any alternative suffices, all of its schemes are needed).</summary>
internal sealed class CredentialCheck(MockCredentials credentials, AccessTokens tokens)
{
    public CredentialOutcome Check(ApiOperation operation, RecordedRequest request)
    {
        CredentialOutcome? closest = null;
        var canBeChecked = operation.Security.Any(a => a.Requirements.Count > 0 && !a.Requirements.Any(UncheckedSchemes.Contains));
        foreach (var alternative in operation.Security)
        {
            // Beside credentials that can be checked, others let in only those who show some.
            if (canBeChecked && UncheckedSchemes.AreAllOf(alternative) && !UncheckedSchemes.IsPresented(alternative, request)) continue;
            var outcome = Check(alternative, request);
            if (outcome.Verdict == CredentialVerdict.Accepted) return outcome;
            if (closest is null || outcome.Verdict > closest.Verdict) closest = outcome;
        }
        return closest ?? CredentialOutcome.Accepted;
    }

    private CredentialOutcome Check(SecurityAlternative alternative, RecordedRequest request) =>
        alternative.Requirements.Where(r => !UncheckedSchemes.Contains(r)).Select(r => Check(r, request)).MinBy(o => o.Verdict) ?? CredentialOutcome.Accepted;

    private CredentialOutcome Check(SecurityRequirement requirement, RecordedRequest request)
    {
        var scheme = requirement.Scheme!;
        var reading = CredentialReader.Read(scheme, request);
        if (reading.State == CredentialState.Missing) return new(CredentialVerdict.Missing, reading.Problem!);
        if (reading.State == CredentialState.Malformed) return new(CredentialVerdict.Malformed, reading.Problem!);
        var value = reading.Value ?? "";
        return scheme.Kind switch
        {
            SecuritySchemeKind.ApiKey =>
                IsKey(scheme, value) ? CredentialOutcome.Accepted : new(CredentialVerdict.Wrong, $"The API key '{scheme.KeyName}' is not valid."),
            SecuritySchemeKind.Basic => Same(value, $"{credentials.UserName}:{credentials.Password}")
                ? CredentialOutcome.Accepted
                : new(CredentialVerdict.Wrong, "The user name or password is not valid."),
            SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect =>
                CheckToken(value, scheme.Kind == SecuritySchemeKind.Bearer ? [] : requirement.Scopes),
            _ => CredentialOutcome.Accepted,
        };
    }

    /// <summary>Keys in <c>Authorization</c> often come with a scheme in front, and are then tokens by another name.</summary>
    private bool IsKey(SecurityScheme scheme, string value)
    {
        if (Same(value, credentials.ApiKey)) return true;
        if (scheme.KeyPlace != ParameterPlace.Header || !string.Equals(scheme.KeyName, "Authorization", StringComparison.OrdinalIgnoreCase)) return false;
        var bare = value[(value.LastIndexOf(' ') + 1)..];
        return Same(bare, credentials.ApiKey) || Same(bare, credentials.BearerToken);
    }

    private CredentialOutcome CheckToken(string token, IReadOnlyList<string> scopes)
    {
        if (Same(token, credentials.BearerToken)) return CredentialOutcome.Accepted;
        if (Same(token, credentials.ExpiredToken)) return new(CredentialVerdict.Expired, "The access token has expired.");
        return tokens.Check(token, scopes);
    }

    internal static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
