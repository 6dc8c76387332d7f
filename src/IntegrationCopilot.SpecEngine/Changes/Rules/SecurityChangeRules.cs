namespace IntegrationCopilot.SpecEngine;

/// <summary>Changes of what lets a caller in.</summary>
internal static class SecurityChangeRules
{
    public static readonly ChangeRule Tightened = new("security-tightened", ChangeKind.Breaking,
        "callers that come with {0} are no longer let in; come with {1}.");

    public static readonly ChangeRule Loosened = new("security-loosened", ChangeKind.NonBreaking,
        "what lets callers in is {1} now instead of {0}; those let in before still are.");

    public static readonly ChangeRule SchemeChanged = new("security-scheme-changed", ChangeKind.Breaking,
        "'{0}' of the security scheme '{1}' {2}; get and send credentials that way.");

    public static readonly ChangeRule SchemeExtended = new("security-scheme-extended", ChangeKind.NonBreaking,
        "the security scheme '{1}' has '{0}' now; credentials stay the same.");

    public static readonly ChangeRule SchemeUnused = new("unused-security-scheme-changed", ChangeKind.NonBreaking,
        "'{0}' of the security scheme '{1}' {2}; no operation of both versions asks for it.");

    public static IReadOnlyList<ChangeRule> All { get; } = [Tightened, Loosened, SchemeChanged, SchemeExtended, SchemeUnused];
}
