using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The requests of an operation, ready to be checked.</summary>
internal sealed class RequestPlan
{
    private readonly ApiOperation operation;
    private readonly ParameterPlan[] path;
    private readonly ParameterPlan[] query;
    private readonly ParameterPlan[] wholeQuery;
    private readonly ParameterPlan[] headers;
    private readonly ParameterPlan[] cookies;
    private readonly HashSet<string> credentialFields;
    private readonly QueryTerm[] terms;
    private readonly bool takesRest;
    private readonly BodyCheck body;

    public RequestPlan(ApiOperation operation, PlanContext context)
    {
        this.operation = operation;
        terms = QueryTerm.OfTemplate(operation.Path);
        path = PlansOf(ParameterPlace.Path, context);
        query = PlansOf(ParameterPlace.Query, context);
        wholeQuery = PlansOf(ParameterPlace.QueryString, context);
        headers = PlansOf(ParameterPlace.Header, context);
        cookies = PlansOf(ParameterPlace.Cookie, context);
        credentialFields = [.. context.CredentialFields, "access_token"];
        takesRest = PathTemplate.Parse(operation.Path).RestName is not null;
        body = new BodyCheck(operation.RequestBody?.Content ?? [], context);
    }

    public void Check(RecordedRequest request, IReadOnlyList<KeyValuePair<string, string>> pathValues, FindingReport report)
    {
        CheckTrailingSlash(request.Url, report);
        if (report.Options.CheckSecurity && SecurityCheck.Check(operation, request, report.Options.Authentication) is { } finding) report.Add(finding);
        foreach (var plan in path) plan.CheckPath(
            ValueOf(pathValues, plan.Parameter.Name), report, Array.Exists(terms, term => term.Names.Contains(plan.Parameter.Name)));
        CheckQuery(new UrlParts(request.Url).Query, report);
        foreach (var plan in headers) plan.CheckHeader(HeaderOf(request, plan.Parameter.Name), report);
        if (cookies.Length > 0) CheckCookies(request, report);
        CheckBody(request, report);
    }

    /// <summary>Whether the values of a path are what the operation describes.</summary>
    public bool TakesPath(IReadOnlyList<KeyValuePair<string, string>> pathValues, MessageValidatorOptions options)
    {
        var report = new FindingReport(options);
        foreach (var plan in path) plan.CheckPath(ValueOf(pathValues, plan.Parameter.Name), report);
        return report.Errors == 0;
    }

    private static string? ValueOf(IReadOnlyList<KeyValuePair<string, string>> values, string name)
    {
        for (var i = 0; i < values.Count; i++)
            if (values[i].Key == name) return values[i].Value;
        return null;
    }

    /// <summary>A request without Content-Length has a length all the same: none (RFC 9112, section 6.3).</summary>
    private static string? HeaderOf(RecordedRequest request, string name) =>
        request.Headers.Combined(name) ?? (request.Body.IsEmpty && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) ? "0" : null);

    /// <summary>Reads the body and nothing else.</summary>
    public void ReadBody(RecordedRequest request, FindingReport report)
    {
        if (!request.Body.IsEmpty && request.Body.Length <= report.Options.MaxBodyBytes && body.IsDescribed) body.Check(request.Headers, request.Body, report);
    }

    /// <summary>The search for the operation passes over a slash at the end; not every server does.</summary>
    private void CheckTrailingSlash(string url, FindingReport report)
    {
        if (operation.Kind != OperationKind.Path || takesRest) return;
        var described = new UrlParts(operation.Path).Path;
        var sent = new UrlParts(url).Path;
        if (described.Length < 2 || sent.Length < 2 || described.EndsWith('/') == sent.EndsWith('/')) return;
        var message = $"The path is described {(described.EndsWith('/') ? "with" : "without")} a slash at its end.";
        report.Deviation(FindingCodes.TrailingSlash, "path", message, operation.Node, operation.Path, ValueText.Shorten(sent.ToString()));
    }

    private void CheckQuery(ReadOnlySpan<char> text, FindingReport report)
    {
        foreach (var plan in wholeQuery) plan.CheckWholeQuery(text, report);
        if (wholeQuery.Length > 0 || (text.IsEmpty && query.Length == 0)) return;
        var fields = FieldSet.OfQuery(text);
        foreach (var plan in query) plan.CheckQuery(plan.TakesAnyField ? Unclaimed(fields) : fields, report);
        foreach (var name in fields.Names)
            if (!Array.Exists(query, plan => plan.Claims(name)) && !credentialFields.Contains(name)
                && !Array.Exists(terms, term => term.Field == name))
                report.Deviation(FindingCodes.UndocumentedParameter, $"query.{name}", $"The query parameter '{name}' is not described.", operation.Node);
    }

    /// <summary>The fields that neither another parameter nor a credential is described by.</summary>
    private FieldSet Unclaimed(FieldSet fields) =>
        new([.. fields.All.Where(f => !credentialFields.Contains(f.Name) && !Array.Exists(query, plan => !plan.TakesAnyField && plan.Claims(f.Name)))]);

    private void CheckCookies(RecordedRequest request, FindingReport report)
    {
        var fields = FieldSet.OfSemicolons(request.Headers.Combined("Cookie", "; "));
        foreach (var plan in cookies) plan.CheckCookie(fields, report);
    }

    private void CheckBody(RecordedRequest request, FindingReport report)
    {
        if (request.Body.Length > report.Options.MaxBodyBytes)
            report.Error(FindingCodes.BodyTooLarge, "body",
                $"The body of {request.Body.Length} bytes is larger than the {report.Options.MaxBodyBytes} bytes that are read.",
                expected: $"{report.Options.MaxBodyBytes} bytes at most", actual: $"{request.Body.Length} bytes");
        else if (request.Body.IsEmpty)
        {
            if (operation.RequestBody is { Required: true } required)
                report.Error(FindingCodes.MissingBody, "body", "The required body is missing.", required.Node, "present", "absent");
        }
        else if (operation.RequestBody is null)
            report.Deviation(FindingCodes.UnexpectedBody, "body", "The operation describes no body.", operation.Node, "absent", "present");
        else if (body.IsDescribed)
            body.Check(request.Headers, request.Body, report);
    }

    private ParameterPlan[] PlansOf(ParameterPlace place, PlanContext context) =>
        [.. operation.Parameters.Where(p => p.Place == place && !IsIgnored(p))
            .Select(p => new ParameterPlan(p, context, context.IsCredentialOf(operation, p)))];

    /// <summary>OpenAPI 3.1.1, section 4.8.12.1: header parameters of these names are described elsewhere and shall be ignored.</summary>
    private static bool IsIgnored(ApiParameter parameter) =>
        parameter.Place == ParameterPlace.Header && parameter.Name.ToLowerInvariant() is "accept" or "content-type" or "authorization";
}
