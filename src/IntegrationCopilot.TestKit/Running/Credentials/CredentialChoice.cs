using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Which of several credentials an operation wants.</summary>
/// <remarks>
/// OpenAPI 3.1.1, section 4.8.30: any alternative suffices, and all of its schemes are needed. Where the document asks for nothing, or does not declare what it
/// asks for, the first credentials are sent all the same: documents forget that more often than APIs mind.
/// </remarks>
internal sealed class CredentialChoice(RunTarget target, AuthenticationKinds kinds)
{
    /// <summary>The credentials for an operation; null when those given satisfy none of its alternatives.</summary>
    /// <param name="operation">The operation; null when the document has none.</param>
    public IReadOnlyList<ChosenCredential>? For(ApiOperation? operation)
    {
        var asked = Asked(operation);
        if (asked.Count == 0) return First();
        return asked.Select(Meet).FirstOrDefault(met => met is not null) ?? (LetsInAnybody(operation!) ? [] : null);
    }

    /// <summary>Whether no credentials whatever could be given here that let in; those of the vendor's own clients, for example.</summary>
    public bool IsOutOfReach(ApiOperation operation) =>
        Asked(operation) is { Count: > 0 } asked && !LetsInAnybody(operation) && asked.All(alternative => alternative.Requirements.Any(IsOutOfReach));

    /// <summary>What an operation asks for, for people: the name and kind of each scheme.</summary>
    public string Describe(ApiOperation operation) =>
        string.Join(", or ", Asked(operation).Select(alternative => string.Join(" and ", alternative.Requirements.Select(Describe))));

    /// <summary>The schemes that one more credential each would satisfy: those of the first alternative that is within reach.</summary>
    public IEnumerable<(string Name, string Description)> Lacking(ApiOperation operation) =>
        Asked(operation).FirstOrDefault(alternative => !alternative.Requirements.Any(IsOutOfReach))?.Requirements
            .Where(requirement => requirement.Scheme is { } scheme && Fitting(scheme) is null && !IsInHeaders(scheme))
            .Select(requirement => (requirement.SchemeName, kinds.Of(requirement.Scheme!).Describe(requirement.Scheme!))) ?? [];

    /// <summary>Whether a header field is one that an operation's credentials travel in.</summary>
    public bool IsCredential(ApiOperation? operation, string header) =>
        kinds.PlacesOf(Asked(operation).SelectMany(alternative => alternative.Requirements).Select(requirement => requirement.Scheme))
            .Any(place => place.Is(ParameterPlace.Header, header));

    private static List<SecurityAlternative> Asked(ApiOperation? operation) =>
        [.. operation?.Security.Where(alternative => alternative.Requirements.Count > 0) ?? []];

    private static bool LetsInAnybody(ApiOperation operation) => operation.Security.Any(alternative => alternative.Requirements.Count == 0);

    private IReadOnlyList<ChosenCredential> First() =>
        target.Credentials.Select(ChosenCredential.ByThemselves).OfType<ChosenCredential>().FirstOrDefault() is { } first ? [first] : [];

    private List<ChosenCredential>? Meet(SecurityAlternative alternative)
    {
        var chosen = new List<ChosenCredential>();
        foreach (var requirement in alternative.Requirements)
        {
            if (requirement.Scheme is not { } scheme) chosen.AddRange(First());
            else if (Fitting(scheme) is { } fitting) chosen.Add(fitting);
            else if (!IsInHeaders(scheme)) return null;
        }

        return chosen;
    }

    /// <summary>Those that name the scheme or its place come before those that are merely of its form.</summary>
    private ChosenCredential? Fitting(SecurityScheme scheme) =>
        target.Credentials.OrderBy(credentials => credentials is SchemeCredentials ? 0 : credentials is ApiKeyCredentials ? 1 : 2)
            .Select(credentials => ChosenCredential.Fitting(scheme, credentials, kinds)).FirstOrDefault(chosen => chosen is not null);

    /// <summary>Header fields given for the installation are sent as they are, and may be credentials.</summary>
    private bool IsInHeaders(SecurityScheme scheme) =>
        kinds.Of(scheme).PlacesOf(scheme).Any(place => target.Headers.Any(header => place.Is(ParameterPlace.Header, header.Key)));

    private bool IsOutOfReach(SecurityRequirement requirement) =>
        requirement.Scheme is { } scheme && kinds.Of(scheme).FormOf(scheme) == CredentialForm.None && Fitting(scheme) is null && !IsInHeaders(scheme);

    private string Describe(SecurityRequirement requirement) =>
        $"'{requirement.SchemeName}' ({(requirement.Scheme is { } scheme ? kinds.Of(scheme).Describe(scheme) : "not declared")})";
}
