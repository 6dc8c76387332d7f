namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about what a description says, once its text could be read.</summary>
internal static class ModelRules
{
    public static readonly SpecRule NoVersion = new("no-openapi-version", ProblemSeverity.Error,
        "The document has no 'openapi' or 'swagger' field{0}. Name the API description itself, or add its version, for example openapi: 3.1.0.",
        "OpenAPI 3.1.1, section 4.8.1: openapi (string) REQUIRED");

    public static readonly SpecRule UnreadVersion = new("unread-version", ProblemSeverity.Error,
        "'{0}' is no version this reader knows. It reads swagger: \"2.0\" and openapi: 3.0.x, 3.1.x and 3.2.x, for example openapi: 3.0.3.",
        "OpenAPI 3.1.1, section 4.1: major.minor.patch");

    public static readonly SpecRule TopLevelNotObject = new("top-level-not-object", ProblemSeverity.Error,
        "An API description is an object with named fields, but the document is {0}.",
        "OpenAPI 3.1.1, section 4.3: An OpenAPI Document ... is itself a JSON object");
}
