namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about references.</summary>
internal static class ReferenceRules
{
    private const string Source = "OpenAPI 3.1.1, section 4.8.23: Reference Object; section 4.6: relative references";

    public static readonly SpecRule NotText = new("reference-not-text", ProblemSeverity.Error,
        "'$ref' must be a text, for example '#/components/schemas/Name', but is {0}.", Source);

    public static readonly SpecRule Unresolved = new("unresolved-reference", ProblemSeverity.Error,
        "The reference '{0}' leads nowhere: {1}", Source);

    public static readonly SpecRule NotRead = new("reference-not-read", ProblemSeverity.Warning,
        "The reference '{0}' is not followed: {1}", Source);

    public static readonly SpecRule Circular = new("circular-reference", ProblemSeverity.Error,
        "The reference '{0}' comes back to itself without meeting anything else: {1}. Describe the thing in one of these places.", Source);

    public static readonly SpecRule WrongTarget = new("reference-wrong-target", ProblemSeverity.Error,
        "The reference '{0}' must lead to a {1}, but it leads to {2}.", Source);

    public static readonly SpecRule Tolerated = new("reference-not-allowed", ProblemSeverity.Warning,
        "The standard has no reference in the place of a {0}. It is followed; other tools may not.", Source);

    public static readonly SpecRule InText = new("reference-in-text", ProblemSeverity.Warning,
        "'{0}' must be a text; a reference is not followed here. Write the text itself, or bundle the description first.", Source);

    public static readonly SpecRule Siblings = new("reference-siblings", ProblemSeverity.Warning,
        "'{0}' beside '$ref' is ignored. Move it to where the reference leads, or wrap the reference in allOf.",
        "OpenAPI 3.0.4, section 4.7.23: This object cannot be extended with additional properties");

    public static readonly SpecRule Annotations = new("reference-annotations", ProblemSeverity.Information,
        "'{0}' beside '$ref' is ignored before OpenAPI 3.1. Other tools may show it or not; wrap the reference in allOf to keep it.",
        "OpenAPI 3.0.4, section 4.7.23: This object cannot be extended with additional properties");

    public static readonly SpecRule TooMany = new("too-many-references", ProblemSeverity.Error,
        "The description has more than {0} references. Split it, or raise the limit.", "");
}
