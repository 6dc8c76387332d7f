namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about which fields an object has and what stands in them.</summary>
internal static class ShapeRules
{
    public static readonly SpecRule WrongKind = new("wrong-kind", ProblemSeverity.Error,
        "'{0}' must be {1} but is {2}. What stands here is ignored.", "OpenAPI 3.1.1, section 4.8: the type of each fixed field");

    public static readonly SpecRule WrongScalar = new("wrong-scalar", ProblemSeverity.Warning,
        "'{0}' must be {1} but is {2}. {3}", "OpenAPI 3.1.1, section 4.8: the type of each fixed field");

    public static readonly SpecRule EmptyField = new("empty-field", ProblemSeverity.Warning,
        "'{0}' has no value. Fill it in, or remove it.", "OpenAPI 3.1.1, section 4.8: the type of each fixed field");

    public static readonly SpecRule MissingField = new("missing-field", ProblemSeverity.Warning,
        "The {0} needs '{1}'. Add it.", "OpenAPI 3.1.1, section 4.8: fields marked REQUIRED");

    public static readonly SpecRule UnknownField = new("unknown-field", ProblemSeverity.Warning,
        "'{0}' is no field of the {1} and is ignored. {2}", "OpenAPI 3.1.1, section 4.9: patterned extension fields begin with x-");

    public static readonly SpecRule NewerField = new("newer-field", ProblemSeverity.Warning,
        "'{0}' of the {1} needs OpenAPI {2} or later, and this is {3}. Raise the version of the document, or remove it.", "OpenAPI 3.1.1, section 4.1");

    public static readonly SpecRule OlderField = new("older-field", ProblemSeverity.Warning,
        "'{0}' of the {1} ended with OpenAPI {2} and has no effect here. {3}", "OpenAPI 3.1.1, appendix A");

    public static readonly SpecRule DuplicateKey = new("duplicate-key", ProblemSeverity.Error,
        "'{0}' stands here a second time; it is also at line {1}. Only the last one counts: keep one.",
        "YAML 1.2.2, section 3.2.1.3: mapping keys are unique; RFC 8259, section 4: names SHOULD be unique");
}
