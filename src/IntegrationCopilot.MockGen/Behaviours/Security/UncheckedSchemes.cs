using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Security schemes whose credentials a mock cannot judge: it lets pass, and says so.</summary>
internal static class UncheckedSchemes
{
    public static bool Contains(SecurityRequirement requirement) => requirement.Scheme is not { } scheme || !IsChecked(scheme);

    public static bool AreAllOf(SecurityAlternative alternative) => alternative.Requirements.Count > 0 && alternative.Requirements.All(Contains);

    public static bool IsChecked(SecurityScheme scheme) => scheme.Kind
        is SecuritySchemeKind.ApiKey or SecuritySchemeKind.Basic or SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect;

    /// <summary>Whether a request carries what the alternative asks for, as far as that leaves a trace in a message.</summary>
    public static bool IsPresented(SecurityAlternative alternative, RecordedRequest request) =>
        alternative.Requirements.All(r => r.Scheme is { Kind: SecuritySchemeKind.Http } scheme
            && CredentialReader.Read(scheme, request).State == CredentialState.Present);

    /// <summary>What the answers of an operation say about schemes that were not looked at.</summary>
    public static IReadOnlyList<string> NotesFor(ApiOperation operation) =>
    [
        .. operation.Security.SelectMany(a => a.Requirements).Where(Contains).DistinctBy(r => r.SchemeName)
            .Select(r => $"The security scheme '{r.SchemeName}' ({KindOf(r.Scheme)}) is not checked."),
    ];

    /// <summary>What kind of scheme it is, for people.</summary>
    public static string KindOf(SecurityScheme? scheme) => scheme switch
    {
        null => "not declared",
        { Kind: SecuritySchemeKind.Http } => $"HTTP {scheme.HttpScheme}",
        { Kind: SecuritySchemeKind.MutualTls } => "mutual TLS",
        _ => scheme.Node["type"].GetString() ?? "of no type",
    };
}
