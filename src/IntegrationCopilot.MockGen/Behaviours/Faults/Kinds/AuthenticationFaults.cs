using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Lets in whom it should not.</summary>
internal static class AuthenticationFaults
{
    private const string Security = "OpenAPI 3.1.1, section 4.8.30 (Security Requirement Object)";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        LetsIn("missing-credentials-accepted", "Lets in who sends no credentials.", "Without credentials there is no getting in.",
            $"{Security}; RFC 9110, section 11.4", CredentialVerdict.Missing),
        LetsIn("wrong-credentials-accepted", "Lets in who sends any credentials.", "Only valid credentials let in.", $"{Security}; RFC 9110, section 15.5.2",
            CredentialVerdict.Wrong, CredentialVerdict.Malformed),
        LetsIn("expired-token-accepted", "Lets in who sends a token past its time.", "An expired token is refused with 401.",
            "RFC 6750, section 3.1 (invalid_token)", CredentialVerdict.Expired),
        LetsIn("scope-ignored", "Lets in whose token lacks a scope.", "A token without the scope is refused with 403.",
            "RFC 6750, section 3.1 (insufficient_scope)", CredentialVerdict.ScopeMissing),
        new("missing-challenge", FaultArea.Authentication, "Answers 401 without saying how to get in.", "Every 401 has a WWW-Authenticate field.",
            "RFC 9110, section 15.5.2",
            IsClosed, FaultAct.Spoil((_, _, reply) => reply.Status == 401 && reply.Field("WWW-Authenticate") is not null ? reply.Without("WWW-Authenticate")
                : null)),
        new("forbidden-as-401", FaultArea.Authentication, "Answers 403 where credentials are missing or wrong.",
            "Missing and wrong credentials are answered with 401.", "RFC 9110, sections 15.5.2 and 15.5.4",
            IsClosed, FaultAct.Spoil((_, _, reply) => reply.Status == 401 ? reply with { Status = 403 } : null)),
    ];

    private static MockFault LetsIn(string id, string title, string rule, string source, params CredentialVerdict[] verdicts) =>
        new(id, FaultArea.Authentication, title, rule, source, subject => IsClosed(subject)
            && (verdicts[0] != CredentialVerdict.ScopeMissing || HasScopes(subject)) && (verdicts[0] != CredentialVerdict.Expired || HasTokens(subject)),
            FaultAct.Overlook("credentials", (request, _) => request.Credentials is { } verdict && verdicts.Contains(verdict)));

    /// <summary>Whether every alternative asks for something.</summary>
    private static bool IsClosed(FaultSubject subject) =>
        subject.Operation.Security.Count > 0 && subject.Operation.Security.All(alternative => alternative.Requirements.Count > 0);

    private static bool HasScopes(FaultSubject subject) =>
        subject.Operation.Security.Any(alternative => alternative.Requirements.Any(requirement => requirement.Scopes.Count > 0));

    private static bool HasTokens(FaultSubject subject) =>
        subject.Operation.Security.SelectMany(alternative => alternative.Requirements).Select(requirement => requirement.Scheme).OfType<SecurityScheme>()
            .Any(scheme => subject.Authentication.Of(scheme).FormOf(scheme) == CredentialForm.Token);
}
