namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about the description as a whole and its components.</summary>
internal static class DescriptionRules
{
    public static readonly SpecRule NothingDescribed = new("nothing-described", ProblemSeverity.Error,
        "The description has neither 'paths' nor 'components' nor 'webhooks'. Add what it is to describe.",
        "OpenAPI 3.1.1, section 4.3: at least one of components, paths or webhooks MUST be present");

    public static readonly SpecRule TwoVersions = new("two-versions", ProblemSeverity.Warning,
        "Both 'openapi' and 'swagger' say which version this is. It is read as OpenAPI {0}; remove the other.", "OpenAPI 3.1.1, section 4.8.1");

    public static readonly SpecRule ComponentName = new("component-name", ProblemSeverity.Warning,
        "'{0}' cannot name a component. Use letters, digits, dots, dashes and underscores.",
        "OpenAPI 3.1.1, section 4.8.7: All fixed fields are objects that MUST use keys that match ^[a-zA-Z0-9\\.\\-_]+$");

    public static readonly SpecRule UnquotedVersion = new("version-not-text", ProblemSeverity.Warning,
        "The version must be a text. Quote it: \"{0}\".", "OpenAPI 3.1.1, section 4.8.1: openapi (string)");

    public static readonly SpecRule PreRelease = new("version-pre-release", ProblemSeverity.Warning,
        "'{0}' is a draft of the standard, read as {1}. Use the released version.", "OpenAPI 3.1.1, section 4.1");

    public static readonly SpecRule DuplicateTag = new("tag-duplicate", ProblemSeverity.Warning,
        "The tag '{0}' is declared twice. Keep one.", "OpenAPI 3.1.1, section 4.8.1: Each tag name in the list MUST be unique");
}
