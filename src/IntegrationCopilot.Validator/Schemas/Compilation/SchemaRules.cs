using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What can be wrong with a schema.</summary>
internal static class SchemaRules
{
    public static readonly SpecRule NoSchema = new("schema-not-a-schema", ProblemSeverity.Error,
        "A schema is an object or a boolean, but this is {0}.", "JSON Schema core, section 4.3");

    public static readonly SpecRule UnknownDialect = new("schema-unknown-dialect", ProblemSeverity.Error,
        "The dialect '{0}' is not known. Use a standard draft, or register its meta-schema with vocabularies that are known.",
        "JSON Schema core, section 8.1.1");

    public static readonly SpecRule UnresolvedReference = new("schema-unresolved-reference", ProblemSeverity.Error,
        "The reference '{0}' leads nowhere: {1}.", "JSON Schema core, section 8.2.3");

    public static readonly SpecRule EndlessReference = new("schema-endless-recursion", ProblemSeverity.Error,
        "This schema applies itself to the same value without end. Break the circle of references.", "JSON Schema core, section 9.4.1");

    public static readonly SpecRule WrongKeywordType = new("schema-keyword-type", ProblemSeverity.Error,
        "'{0}' must be {1}, but it is {2}.", "JSON Schema validation, section 6");

    public static readonly SpecRule UnknownType = new("schema-unknown-type", ProblemSeverity.Error,
        "'{0}' is no type. Use null, boolean, integer, number, string, array or object.", "JSON Schema validation, section 6.1.1");

    public static readonly SpecRule BadPattern = EvaluatedRules.BadPattern;

    public static readonly SpecRule Contradiction = new("schema-contradiction", ProblemSeverity.Warning,
        "No value can meet both '{0}' and '{1}'. Correct one of them.", "");

    public static readonly SpecRule RequiredForbidden = new("schema-required-forbidden", ProblemSeverity.Warning,
        "The property '{0}' is required but 'additionalProperties' forbids it. Describe it under 'properties'.", "");

    public static readonly SpecRule EmptyEnum = new("schema-empty-enum", ProblemSeverity.Warning,
        "'enum' lists no value, so nothing is valid.", "JSON Schema validation, section 6.1.2");

    public static readonly SpecRule ForeignKeyword = new("schema-foreign-keyword", ProblemSeverity.Warning,
        "'{0}' is written as in another dialect ({1}). It is read as meant.", "");

    public static readonly SpecRule IgnoredKeyword = new("schema-ignored-keyword", ProblemSeverity.Warning,
        "'{0}' has no meaning here and is ignored: {1}.", "");

    public static readonly SpecRule TooMany = new("schema-too-large", ProblemSeverity.Error,
        "The schema and what it refers to have more than {0} subschemas.", "");

    public static SpecProblem On(this SpecRule rule, RawNode node, params object?[] values) =>
        new(rule.Id, rule.Severity, string.Format(CultureInfo.InvariantCulture, rule.Message, values), node.Location);
}
