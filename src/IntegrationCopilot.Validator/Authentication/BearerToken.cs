namespace IntegrationCopilot.Validator;

/// <summary>Access tokens on the wire (RFC 6750), whoever gives them out.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer";

    public static IReadOnlyList<CredentialField> Apply(string token) => AuthorizationField.Of(Scheme, token);

    public static IReadOnlyList<CredentialField> Spoil() => AuthorizationField.Of(Scheme, null);

    public static CredentialReading Read(RecordedRequest request) => AuthorizationField.Read(request, Scheme);

    /// <summary>RFC 6750, section 3: no error code when no credentials were sent.</summary>
    public static AuthenticationChallenge Challenge(CredentialOutcome outcome) => new(Scheme, outcome.Verdict switch
    {
        CredentialVerdict.Missing => [],
        CredentialVerdict.Malformed => [new("error", "invalid_request")],
        CredentialVerdict.ScopeMissing => [new("error", "insufficient_scope"), new("error_description", outcome.Problem)],
        _ => [new("error", "invalid_token"), new("error_description", outcome.Problem)],
    });
}
