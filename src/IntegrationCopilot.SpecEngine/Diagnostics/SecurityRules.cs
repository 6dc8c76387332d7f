namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about security and servers.</summary>
internal static class SecurityRules
{
    public static readonly SpecRule UndeclaredScheme = new("security-undeclared", ProblemSeverity.Warning,
        "The security scheme '{0}' is not declared. Declare it under {1}, or correct the name.",
        "OpenAPI 3.1.1, section 4.8.30: Each name MUST correspond to a security scheme which is declared");

    public static readonly SpecRule UndeclaredScope = new("security-scope-undeclared", ProblemSeverity.Warning,
        "The scheme '{0}' declares no scope '{1}'. Add it to the scheme's flows, or correct it.",
        "OpenAPI 3.1.1, section 4.8.30: the value is a list of scope names required for the execution");

    public static readonly SpecRule UnknownType = new("security-type-unknown", ProblemSeverity.Warning,
        "'{0}' is no type of security scheme. Use {1}.", "OpenAPI 3.1.1, section 4.8.27: type");

    public static readonly SpecRule Incomplete = new("security-scheme-incomplete", ProblemSeverity.Warning,
        "A security scheme of type {0} needs {1}. Add it.", "OpenAPI 3.1.1, section 4.8.27: Security Scheme Object");

    public static readonly SpecRule SharedPlace = new("security-shared-place", ProblemSeverity.Warning,
        "{0} are asked for together, but both travel in {1}, of which a request has one. If either is enough, make them alternatives: one item of 'security' each.", "OpenAPI 3.1.1, section 4.8.30: all schemes MUST be satisfied for a request to be authorized; RFC 9110, section 11.6.2: Authorization = credentials");

    public static readonly SpecRule SharedToken = new("security-shared-token", ProblemSeverity.Information,
        "{0} are asked for together, and both are the bearer token of the request: one token has to satisfy both. If either is enough, make them alternatives: one item of 'security' each.", "OpenAPI 3.1.1, section 4.8.30: all schemes MUST be satisfied for a request to be authorized; RFC 6750, section 2: clients MUST NOT use more than one method to transmit the token");

    public static readonly SpecRule ServerUrl = new("server-url", ProblemSeverity.Warning,
        "The server URL '{0}' {1}.", "OpenAPI 3.1.1, section 4.8.5: Server Object");

    public static readonly SpecRule ServerVariable = new("server-variable", ProblemSeverity.Warning,
        "The server variable '{0}' {1}.", "OpenAPI 3.1.1, section 4.8.6: Server Variable Object");
}
