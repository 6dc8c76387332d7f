namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about paths and their templates.</summary>
internal static class PathRules
{
    private const string Paths = "OpenAPI 3.1.1, section 4.8.8: Paths Object";

    public static readonly SpecRule NoSlash = new("path-without-slash", ProblemSeverity.Warning,
        "The path '{0}' must begin with a slash. Write '/{1}'.", Paths + ": The field name MUST begin with a forward slash");

    public static readonly SpecRule NotPath = new("path-not-a-path", ProblemSeverity.Warning,
        "The path '{0}' holds {1}, which is no part of a path. {2}", Paths);

    public static readonly SpecRule Control = new("path-control-character", ProblemSeverity.Error,
        "The path '{0}' holds the control character U+{1:X4}, which would end or split the line a request begins with. Remove it.",
        "RFC 3986, section 2; RFC 9112, section 3: request-line");

    public static readonly SpecRule Character = new("path-character", ProblemSeverity.Warning,
        "The path '{0}' holds {1}, which no URI holds as it is. Write '{2}'.",
        "RFC 3986, section 3.3: segment = *pchar; OpenAPI 3.1.1, section 4.8.8: Paths Object");

    public static readonly SpecRule Percent = new("path-percent", ProblemSeverity.Warning,
        "In the path '{0}' a percent sign is not followed by two hexadecimal digits. Write '{1}' when the sign itself is meant.",
        "RFC 3986, section 2.1: pct-encoded = \"%\" HEXDIG HEXDIG");

    public static readonly SpecRule Unusual = new("path-unusual", ProblemSeverity.Warning,
        "The path '{0}' holds {1}; servers and proxies change such paths on the way. Write it without.", "RFC 3986, section 6.2.2: syntax-based normalization");

    public static readonly SpecRule BadTemplate = new("path-bad-template", ProblemSeverity.Warning,
        "The braces in the path '{0}' do not match. Write a variable as {{name}}.", "OpenAPI 3.1.1, section 4.8.2: path templating");

    public static readonly SpecRule Duplicate = new("path-duplicate", ProblemSeverity.Warning,
        "The path '{0}' is the same as '{1}' at line {2}: only names of variables differ.{3} Merge them.", Paths
            + ": Templated paths with the same hierarchy but different templated names MUST NOT exist");

    public static readonly SpecRule TrailingSlash = new("path-trailing-slash", ProblemSeverity.Warning,
        "The paths '{0}' and '{1}' (line {2}) differ in the last slash alone. Many servers treat them as one: keep one.", Paths);

    public static readonly SpecRule Ambiguous = new("path-ambiguous", ProblemSeverity.Warning,
        "A request such as {0} matches '{1}' as well as '{2}' (line {3}). Tell them apart by a fixed segment.", Paths
            + ": In case of ambiguous matching, it's up to the tooling to decide");

    public static readonly SpecRule UndescribedVariable = new("path-parameter-missing", ProblemSeverity.Warning,
        "'{0}' has the variable '{{{1}}}', but no parameter of that name with in: path. Describe it.",
        "OpenAPI 3.1.1, section 4.8.2: Each template expression in the path MUST correspond to a path parameter");

    public static readonly SpecRule UnusedParameter = new("path-parameter-unused", ProblemSeverity.Warning,
        "The path parameter '{0}' does not occur in '{1}'. Remove it, or put {{{0}}} into the path.",
        "OpenAPI 3.1.1, section 4.8.12.2: the name field MUST correspond to a template expression");
}
