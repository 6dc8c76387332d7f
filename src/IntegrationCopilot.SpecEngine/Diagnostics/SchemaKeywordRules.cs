namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about schemas that can be told from one schema alone. Those that need evaluation belong to who compiles schemas.</summary>
internal static class SchemaKeywordRules
{
    public static readonly SpecRule Bounds = new("schema-bounds", ProblemSeverity.Warning,
        "'{0}' ({1}) is greater than '{2}' ({3}), so nothing is valid. Correct one of them.", "JSON Schema validation, section 6");

    public static readonly SpecRule Count = new("schema-count", ProblemSeverity.Warning,
        "'{0}' must be {1}, but is {2}. Correct it.", "JSON Schema validation, section 6");

    public static readonly SpecRule UnknownType = new("schema-type-unknown", ProblemSeverity.Warning,
        "'{0}' is no type and is ignored. Use string, number, integer, boolean, array, object{1}.", "JSON Schema validation, section 6.1.1");

    public static readonly SpecRule NoItems = new("schema-no-items", ProblemSeverity.Warning,
        "An array needs 'items'. Say what it holds; items: {{}} allows anything.",
        "OpenAPI 3.0.4, section 4.7.24.1: items MUST be present if the type is array");

    public static readonly SpecRule Repeated = new("schema-repeated-value", ProblemSeverity.Warning,
        "'{0}' lists {1} more than once. Keep one.", "JSON Schema validation, section 6.1.2 and 6.5.3: elements SHOULD be unique");

    public static readonly SpecRule Empty = new("schema-empty-list", ProblemSeverity.Warning,
        "'{0}' lists nothing. Fill it in, or remove it.", "JSON Schema validation, section 6.1.2; core, section 10.2: non-empty array");

    public static readonly SpecRule DefaultNotListed = new("schema-default-not-listed", ProblemSeverity.Warning,
        "The default {0} is not one of the values of 'enum'. Correct it, or add it.",
        "OpenAPI 3.0.4, section 4.7.24: default MUST conform to the defined type");

    public static readonly SpecRule Endless = new("schema-endless", ProblemSeverity.Warning,
        "This schema applies itself to the same value again: {0}. Break the circle.",
        "JSON Schema core, section 9.4.1: A schema MUST NOT be run into an infinite loop against an instance");

    public static readonly SpecRule Infinite = new("schema-infinite", ProblemSeverity.Warning,
        "No value can meet this schema, because it would have to hold itself: {0}. Make one of the properties on the way optional or nullable.",
        "JSON Schema core, section 9.4.1");
}
