using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes <c>WWW-Authenticate</c>, which every 401 must have (RFC 9110, section 11.6.1).</summary>
internal static class Challenges
{
    private const string Realm = "realm=\"mock\"";

    /// <summary>One challenge for each scheme an operation names.</summary>
    public static string For(ApiOperation operation, CredentialOutcome outcome, AuthenticationKinds kinds)
    {
        var challenges = operation.Security.SelectMany(a => a.Requirements).Select(r => r.Scheme).OfType<SecurityScheme>().DistinctBy(s => s.Name)
            .Select(s => kinds.Of(s).Challenge(s, outcome)).OfType<AuthenticationChallenge>().Select(Write).Distinct().ToList();
        return challenges.Count == 0 ? $"Bearer {Realm}" : string.Join(", ", challenges);
    }

    private static string Write(AuthenticationChallenge challenge) =>
        $"{challenge.Scheme} {string.Join(", ", challenge.Parameters.Select(p => $"{p.Key}={StructuredText.Quote(p.Value)}").Prepend(Realm))}";
}
