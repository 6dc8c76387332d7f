using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A key in a header field, in the query or in a cookie (OpenAPI 3.1.1, section 4.8.27).</summary>
internal sealed class ApiKeyKind : IAuthenticationKind
{
    public bool Covers(SecurityScheme scheme) => scheme.Kind == SecuritySchemeKind.ApiKey;

    public string Describe(SecurityScheme scheme) => $"an API key in the {Name(scheme.KeyPlace)} '{scheme.KeyName}'";

    public CredentialForm FormOf(SecurityScheme scheme) => CanStand(scheme) ? CredentialForm.Key : CredentialForm.None;

    public IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme) => CanStand(scheme) ? [Place(scheme)] : [];

    public IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request) =>
        CanStand(scheme) ? [new(Place(scheme), credential)] : [];

    public IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme) => CanStand(scheme) ? [new(Place(scheme), "")] : [];

    public CredentialReading Read(SecurityScheme scheme, RecordedRequest request)
    {
        var name = scheme.KeyName ?? "";
        var value = scheme.KeyPlace switch
        {
            ParameterPlace.Query => RequestFields.Query(request, name),
            ParameterPlace.Cookie => RequestFields.Cookie(request, name),
            _ => request.Headers.First(name),
        };
        if (value is null) return CredentialReading.Missing($"The {Name(scheme.KeyPlace)} '{name}' with the API key is missing.");
        return string.IsNullOrWhiteSpace(value)
            ? CredentialReading.Malformed($"The {Name(scheme.KeyPlace)} '{name}' holds no API key.")
            : CredentialReading.Present(value);
    }

    /// <summary>API keys have no registered scheme; the challenge says where the key belongs.</summary>
    public AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome) =>
        new("ApiKey", [new("in", scheme.KeyPlace.ToString().ToLowerInvariant()), new("name", scheme.KeyName ?? "")]);

    private static CredentialPlace Place(SecurityScheme scheme) => new(scheme.KeyPlace, scheme.KeyName!);

    private static bool CanStand(SecurityScheme scheme) => scheme switch
    {
        { KeyName: null or "" } => false,
        { KeyPlace: ParameterPlace.Query } => true,
        { KeyPlace: ParameterPlace.Cookie } => !scheme.KeyName.AsSpan().ContainsAny("=; \t") && scheme.KeyName.All(c => c is > ' ' and <= '~'),
        _ => RequestFields.CanHoldCredential(scheme.KeyName),
    };

    private static string Name(ParameterPlace place) =>
        place switch { ParameterPlace.Query => "query parameter", ParameterPlace.Cookie => "cookie", _ => "header" };
}
