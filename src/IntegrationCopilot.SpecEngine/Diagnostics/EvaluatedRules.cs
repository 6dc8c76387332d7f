namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules that take a compiled schema to check. Reading a description does not report them; <c>DocumentCheck</c> of the validator does.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class EvaluatedRules
{
    private const string ExampleSource =
        "OpenAPI 3.1.1, sections 4.8.12.2.2 and 4.8.14.1: example SHOULD match the specified schema; JSON Schema validation, section 9.5";

    /// <summary>A text in the place of a pattern that is no regular expression of ECMA-262.</summary>
    public static readonly SpecRule BadPattern = new("schema-bad-pattern", ProblemSeverity.Error,
        "The pattern '{0}' is no regular expression of ECMA-262: {1}.",
        "JSON Schema validation, section 6.3.3: SHOULD be a valid regular expression, according to the ECMA-262 regular expression dialect");

    /// <summary>A pattern of ECMA-262 that says something else than was meant, because it is written as in another language.</summary>
    public static readonly SpecRule DubiousPattern = new("schema-dubious-pattern", ProblemSeverity.Warning,
        "The pattern '{0}' does not say what it seems to: {1}.", "ECMA-262, section 22.2.1: Patterns; JSON Schema core, section 6.4");

    /// <summary>An example that its schema refuses.</summary>
    public static readonly SpecRule Examples = new("example-mismatch", ProblemSeverity.Warning,
        "The example breaks its schema. {0} Correct the example, or the schema.", ExampleSource);

    /// <summary>A default that its schema refuses.</summary>
    public static readonly SpecRule Default = new("default-mismatch", ProblemSeverity.Warning,
        "The default breaks its schema. {0} Correct the default, or the schema.",
        "OpenAPI 3.0.4, section 4.7.24: default MUST conform to the defined type; JSON Schema validation, section 9.2");

    /// <summary>A member of <c>enum</c>, or a <c>const</c>, that the rest of its schema refuses, so that nobody can send it.</summary>
    public static readonly SpecRule Listed = new("enum-mismatch", ProblemSeverity.Warning,
        "This value of '{0}' can never be sent, because the rest of its schema refuses it. {1} Correct the value, or the schema.",
        "JSON Schema validation, sections 6.1.1 to 6.1.3");

    /// <summary>A schema that no value meets.</summary>
    public static readonly SpecRule Unmeetable = new("schema-unmeetable", ProblemSeverity.Warning,
        "No value can meet this schema: {0}.", "JSON Schema core, section 10.2.1; validation, section 6");

    /// <summary>A branch of <c>oneOf</c> whose values meet another branch too.</summary>
    public static readonly SpecRule Overlap = new("schema-one-of-overlap", ProblemSeverity.Warning,
        "Whatever meets {0} of 'oneOf' meets {1} as well, so that 'oneOf' refuses it. Use anyOf, or tell the two apart.",
        "JSON Schema core, section 10.2.1.3: exactly one schema");
}
