using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Security schemes whose credentials a mock cannot judge: it lets pass, and says so.</summary>
internal sealed class UncheckedSchemes(AuthenticationKinds kinds)
{
    public bool Contains(SecurityRequirement requirement) => requirement.Scheme is not { } scheme || !IsChecked(scheme);

    public bool AreAllOf(SecurityAlternative alternative) => alternative.Requirements.Count > 0 && alternative.Requirements.All(Contains);

    public bool IsChecked(SecurityScheme scheme) => kinds.Of(scheme).FormOf(scheme) != CredentialForm.None;

    /// <summary>Whether a request carries what the alternative asks for, as far as that leaves a trace in a message.</summary>
    public bool IsPresented(SecurityAlternative alternative, RecordedRequest request) =>
        alternative.Requirements.All(r => r.Scheme is { } scheme
            && kinds.Of(scheme).Read(scheme, request) is { State: CredentialState.Present, Value.Length: > 0 });

    /// <summary>What the answers of an operation say about schemes that were not looked at.</summary>
    public IReadOnlyList<string> NotesFor(ApiOperation operation) =>
    [
        .. operation.Security.SelectMany(a => a.Requirements).Where(Contains).DistinctBy(r => r.SchemeName)
            .Select(r => $"The security scheme '{r.SchemeName}' ({KindOf(r.Scheme)}) is not checked."),
    ];

    /// <summary>What kind of scheme it is, for people.</summary>
    public string KindOf(SecurityScheme? scheme) => scheme is null ? "not declared" : kinds.Of(scheme).Describe(scheme);
}
