namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about YAML text: what keeps it from being read into JSON's data model, and what is read but should not stay.</summary>
internal static class YamlRules
{
    public static readonly SpecRule Syntax = new("yaml-syntax", ProblemSeverity.Error,
        "This is not valid YAML: {0}. Correct the text here.", "YAML 1.2.2, section 5 to 9");

    public static readonly SpecRule Tab = new("yaml-tab", ProblemSeverity.Error,
        "This line is indented with a tab. Indent with spaces.", "YAML 1.2.2, section 6.1: tab characters must not be used in indentation");

    public static readonly SpecRule ControlCharacter = new("yaml-control-character", ProblemSeverity.Warning,
        "The text holds the control character U+{0:X4} here. Remove it: other readers refuse it.", "YAML 1.2.2, section 5.1: printable characters");

    public static readonly SpecRule Nul = new("yaml-nul", ProblemSeverity.Error,
        "The text holds a zero byte here. If this is no binary file, remove it.", "YAML 1.2.2, section 5.1: printable characters");

    public static readonly SpecRule SeveralDocuments = new("yaml-several-documents", ProblemSeverity.Error,
        "A second YAML document begins here. Only the first is read; put each description into a file of its own.", "YAML 1.2.2, section 9.2");

    public static readonly SpecRule ComplexKey = new("yaml-complex-key", ProblemSeverity.Error,
        "A list or mapping stands where a key belongs. Keys must be text; quote it if it is meant as text, as in \"{{{{name}}}}\".",
        "OpenAPI 3.1.1, section 4.3: Keys used in YAML maps MUST be limited to a scalar string");

    public static readonly SpecRule KeyNotText = new("yaml-key-not-text", ProblemSeverity.Warning,
        "The key '{0}' is no text in YAML. It is read as the text it is written with; quote it.",
        "OpenAPI 3.1.1, section 4.3: Keys used in YAML maps MUST be limited to a scalar string");

    public static readonly SpecRule UndefinedAlias = new("yaml-undefined-alias", ProblemSeverity.Error,
        "The alias '*{0}' refers to no anchor above it. Define '&{0}' before this line, or quote the text.", "YAML 1.2.2, section 7.1");

    public static readonly SpecRule CircularAlias = new("yaml-circular-alias", ProblemSeverity.Error,
        "The alias '*{0}' stands inside the node it refers to, so it has no end. Use $ref for recursion.", "RFC 8259, section 2: JSON values are trees");

    public static readonly SpecRule AliasExpansion = new("yaml-alias-expansion", ProblemSeverity.Error,
        "With every alias written out the document has more than {0} values. Use $ref, or raise the limit.", "");

    public static readonly SpecRule MergeValue = new("yaml-merge-value", ProblemSeverity.Warning,
        "The merge key '<<' takes a mapping or a list of mappings. What stands here is ignored.", "YAML 1.1 type repository: merge key");

    public static readonly SpecRule UnknownTag = new("yaml-unknown-tag", ProblemSeverity.Warning,
        "The tag '{0}' means nothing in an API description. It is ignored; remove it.",
        "OpenAPI 3.1.1, section 4.3: Tags MUST be limited to those allowed by YAML's JSON schema ruleset");

    public static readonly SpecRule TagMismatch = new("yaml-tag-mismatch", ProblemSeverity.Warning,
        "'{0}' is no value of the type its tag '{1}' names. It is read as text.", "YAML 1.2.2, section 10.3.2");

    public static readonly SpecRule NotFinite = new("yaml-not-finite", ProblemSeverity.Warning,
        "'{0}' is a number JSON does not have. It is read as text.", "RFC 8259, section 6: Infinity and NaN are not permitted");
}
