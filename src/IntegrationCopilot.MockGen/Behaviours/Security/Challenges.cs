using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes <c>WWW-Authenticate</c>, which every 401 must have (RFC 9110, section 11.6.1).</summary>
internal static class Challenges
{
    /// <summary>One challenge for each scheme an operation names. API keys have no registered scheme; theirs says where the key belongs.</summary>
    public static string For(ApiOperation operation, CredentialOutcome outcome)
    {
        var challenges = operation.Security.SelectMany(a => a.Requirements).Select(r => r.Scheme).OfType<SecurityScheme>().DistinctBy(s => s.Name)
            .Select(s => Of(s, outcome)).Distinct().ToList();
        return challenges.Count == 0 ? "Bearer realm=\"mock\"" : string.Join(", ", challenges);
    }

    private static string Of(SecurityScheme scheme, CredentialOutcome outcome) => scheme.Kind switch
    {
        SecuritySchemeKind.Basic => "Basic realm=\"mock\", charset=\"UTF-8\"",
        SecuritySchemeKind.ApiKey =>
            $"ApiKey realm=\"mock\", in=\"{scheme.KeyPlace.ToString().ToLowerInvariant()}\", name={StructuredText.Quote(scheme.KeyName ?? "")}",
        SecuritySchemeKind.Http when StructuredText.IsFieldValue(scheme.HttpScheme ?? "") => $"{scheme.HttpScheme} realm=\"mock\"",
        _ => $"Bearer realm=\"mock\"{ErrorOf(outcome)}",
    };

    /// <summary>RFC 6750, section 3: no error code when no credentials were sent.</summary>
    private static string ErrorOf(CredentialOutcome outcome) => outcome.Verdict switch
    {
        CredentialVerdict.Missing => "",
        CredentialVerdict.Malformed => ", error=\"invalid_request\"",
        CredentialVerdict.ScopeMissing => $", error=\"insufficient_scope\", error_description={StructuredText.Quote(outcome.Problem)}",
        _ => $", error=\"invalid_token\", error_description={StructuredText.Quote(outcome.Problem)}",
    };
}
