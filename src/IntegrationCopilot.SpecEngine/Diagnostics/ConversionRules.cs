namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about handing a description over to Microsoft.OpenApi.</summary>
internal static class ConversionRules
{
    public static readonly SpecRule NewerField = new("conversion-newer-field", ProblemSeverity.Warning,
        "'{0}' is left out: Microsoft.OpenApi 2.x knows OpenAPI 3.1, and a {1} has it since 3.2. Read it from ApiSpec.", "OpenAPI 3.2.0");

    public static readonly SpecRule QueryString = new("conversion-querystring", ProblemSeverity.Warning,
        "The parameter '{0}' is left out: Microsoft.OpenApi 2.x knows OpenAPI 3.1, and parameters in 'querystring' came with 3.2. Read it from ApiSpec.",
        "OpenAPI 3.2.0, section 4.12.1: Parameter Locations");

    public static readonly SpecRule Circle = new("conversion-circle", ProblemSeverity.Warning,
        "The reference '{0}' is left as it is: it leads to another file and comes back to itself, which one document cannot write out.", "");

    public static readonly SpecRule WrongKind = new("conversion-wrong-kind", ProblemSeverity.Warning,
        "'{0}' is left out: it must be {1} but is {2}, which Microsoft.OpenApi does not hold. Correct the document.", "");

    public static readonly SpecRule Nowhere = new("conversion-unresolved-reference", ProblemSeverity.Warning,
        "The reference '{0}' is left out: it leads nowhere. Correct the document.", "");

    public static readonly SpecRule Remark = new("conversion-remark", ProblemSeverity.Warning,
        "Microsoft.OpenApi objects: {0}", "");

    public static readonly SpecRule Failed = new("conversion-failed", ProblemSeverity.Error,
        "Microsoft.OpenApi cannot hold this description: {0} Use ApiSpec itself, or correct the problems that reading reported and try again.", "");
}
