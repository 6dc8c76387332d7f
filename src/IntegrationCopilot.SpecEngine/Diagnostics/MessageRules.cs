namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about operations, parameters, responses and media types.</summary>
internal static class MessageRules
{
    private const string Parameter = "OpenAPI 3.1.1, section 4.8.12: Parameter Object";
    private const string Parameter2 = "OpenAPI 2.0, section 5.2.10: Parameter Object";

    public static readonly SpecRule ParameterIncomplete = new("parameter-incomplete", ProblemSeverity.Error,
        "The parameter has no usable '{0}'. It is ignored; give it a name and say where it travels: {1}.", Parameter + ": name and in are REQUIRED");

    public static readonly SpecRule ParameterShape = new("parameter-schema", ProblemSeverity.Warning,
        "The parameter '{0}' {1}. Give it either 'schema' or 'content' with exactly one media type.", Parameter
            + ": A parameter MUST contain either a schema property, or a content property, but not both");

    public static readonly SpecRule Examples = new("example-and-examples", ProblemSeverity.Warning,
        "'example' and 'examples' exclude each other. Keep one of them.",
        "OpenAPI 3.1.1, section 4.8.12.2.2: The example field is mutually exclusive of the examples field");

    public static readonly SpecRule AllowReserved = new("parameter-allow-reserved", ProblemSeverity.Warning,
        "'allowReserved' has no meaning for parameters in {0}. Remove it.",
        "OpenAPI 3.1.1, section 4.8.12.2.1: allowReserved applies where values are percent-encoded");

    public static readonly SpecRule PathOptional = new("parameter-path-optional", ProblemSeverity.Warning,
        "The path parameter '{0}' must say required: true. It is treated as required.", Parameter
            + ": If the parameter location is \"path\", this property is REQUIRED and its value MUST be true");

    public static readonly SpecRule Style = new("parameter-style", ProblemSeverity.Warning,
        "The style '{0}' is not for parameters in {1}. Use one of: {2}.", "OpenAPI 3.1.1, section 4.8.12.3: style values");

    public static readonly SpecRule IgnoredHeader = new("parameter-header-ignored", ProblemSeverity.Warning,
        "A header parameter called '{0}' is ignored. {1}", Parameter
            + ": If in is \"header\" and the name field is \"Accept\", \"Content-Type\" or \"Authorization\", the parameter definition SHALL be ignored");

    public static readonly SpecRule HeaderName = new("parameter-header-name", ProblemSeverity.Error,
        "'{0}' cannot be the name of a header. Use letters, digits and dashes.", "RFC 9110, section 5.1: field-name = token");

    public static readonly SpecRule DuplicateParameter = new("parameter-duplicate", ProblemSeverity.Warning,
        "The parameter '{0}' in {1} is listed twice; it is also at line {2}. Keep one.",
        "OpenAPI 3.1.1, section 4.8.9: The list MUST NOT include duplicated parameters");

    public static readonly SpecRule MediaTypeName = new("media-type-name", ProblemSeverity.Warning,
        "'{0}' is no media type. Write type/subtype, for example application/json.", "RFC 9110, section 8.3.1: media-type");

    public static readonly SpecRule NoResponses = new("responses-empty", ProblemSeverity.Warning,
        "The operation describes no response. Describe at least the successful one.",
        "OpenAPI 3.1.1, section 4.8.16: The Responses Object MUST contain at least one response code");

    public static readonly SpecRule Status = new("response-status", ProblemSeverity.Warning,
        "'{0}' is no status code. Use three digits such as 200, a range such as 2XX, or default.", "OpenAPI 3.1.1, section 4.8.16: HTTP Status Code");

    public static readonly SpecRule DuplicateId = new("operation-id-duplicate", ProblemSeverity.Error,
        "The operationId '{0}' is taken; it is also at line {1}. Give each operation an id of its own.",
        "OpenAPI 3.1.1, section 4.8.10: The id MUST be unique among all operations");

    public static readonly SpecRule OddId = new("operation-id-odd", ProblemSeverity.Warning,
        "The operationId '{0}' is {1}. Use a name a programming language allows, for example listPayments.",
        "OpenAPI 3.1.1, section 4.8.10: it is RECOMMENDED to follow common programming naming conventions");

    public static readonly SpecRule Link = new("link-target", ProblemSeverity.Warning,
        "The link {0}. Name one operation by its operationId or by operationRef.", "OpenAPI 3.1.1, section 4.8.20: Link Object");

    public static readonly SpecRule Expression = new("runtime-expression", ProblemSeverity.Warning,
        "'{0}' is no runtime expression. Begin with $url, $method, $statusCode, $request. or $response., and close every brace.",
        "OpenAPI 3.1.1, section 4.8.20.4: runtime expressions");

    public static readonly SpecRule SeveralBodies = new("body-several", ProblemSeverity.Error,
        "The operation has {0}. Keep one body parameter, or form fields only.", Parameter2
            + ": there can only be one body parameter; body and form parameters cannot exist together");

    public static readonly SpecRule Parameter2Type = new("parameter-type", ProblemSeverity.Warning,
        "The parameter '{0}' in {1} {2}.", Parameter2 + ": type");
}
