using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Checks HTTP messages against an API description.</summary>
/// <remarks>
/// <para>Schemas and parameters of an operation are compiled when its first message comes, once. Messages never make a call throw: what cannot be read is a
/// finding.</para>
/// <para>Findings say where they are as people write it: <c>path.id</c>, <c>query.limit</c>, <c>header.Idempotency-Key</c>, <c>cookie.session</c>,
/// <c>body.items[2].amount</c>, <c>status</c>, <c>security</c>.</para>
/// <para>Source: OpenAPI 3.1.1, sections 4.8.8 to 4.8.17; header parameters named Accept, Content-Type and Authorization are ignored as section 4.8.12.1
/// says.</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class MessageValidator
{
    private const int MaxExplained = 20;
    private const int MaxExplainedFindings = 50;
    private readonly Router router;
    private readonly FragmentTwins twins;
    private readonly PlanContext toApi;
    private readonly PlanContext fromApi;
    private readonly ConcurrentDictionary<ApiOperation, OperationPlan> plans = new(ReferenceEqualityComparer.Instance);

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The description.</param>
    /// <param name="options">How to judge; the defaults when null.</param>
    /// <param name="schemas">The compiled schemas of <paramref name="spec"/>, to share them; compiled here when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="options"/> is not allowed.</exception>
    public MessageValidator(ApiSpec spec, MessageValidatorOptions? options = null, SchemaSet? schemas = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
        Options = new MessageValidatorOptionsRules().Checked(options ?? new(), nameof(options));
        schemas ??= new SchemaSet(spec);
        toApi = new PlanContext(spec, schemas, MessageDirection.Request, Options);
        fromApi = new PlanContext(spec, schemas, MessageDirection.Response, Options);
        router = new Router(spec.Operations, lenientSlash: !Options.Strict);
        twins = new FragmentTwins(spec);
    }

    /// <summary>The description messages are checked against.</summary>
    public ApiSpec Spec { get; }

    /// <summary>How messages are judged.</summary>
    public MessageValidatorOptions Options { get; }

    /// <summary>Finds the operation a request is for.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">Absolute URL, or path and query; host and scheme are not compared.</param>
    /// <returns>
    /// The operation with its path values, or why there is none. The path may begin with the base path of any server of the operation, or with none.
    /// </returns>
    /// <remarks>
    /// Literal segments win over parameters, more literal text over less, and among equals the earlier in the document whose parameters take the values of the
    /// path, else the earliest; where several parameters share a segment, they are read so that each takes its value. In lenient mode a slash too many or too
    /// few at the end does not matter.
    /// </remarks>
    public RouteMatch Match(string method, string url)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(url);
        return Route(method, url);
    }

    private RouteMatch Route(string method, string url)
    {
        var match = router.Match(method, url);
        if ((match.Rivals.Count == 0 && match.Shared is null) || TakesPath(match)) return match;
        return match.Readings.Concat(match.Rivals.SelectMany(rival => rival.Readings.Prepend(rival))).FirstOrDefault(TakesPath) ?? match;
    }

    private bool TakesPath(RouteMatch match) => PlanOf(match.Operation!).Request.TakesPath(match.PathValues, Options);

    /// <summary>Finds the operation a request is for.</summary>
    /// <param name="request">The request. Where the paths of operations differ in their fragments only, which are never sent (RFC 9110, section 7.1), its
    /// header
    /// fields and query tell which it is for: those that must be there and may have one value only.</param>
    /// <returns>As for <see cref="Match(string, string)"/>.</returns>
    public RouteMatch Match(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var match = Match(request.Method, request.Url);
        return match.Operation is { } found && twins.Named(found, request) is { } named ? match with { Operation = named } : match;
    }

    /// <summary>Checks a request: finds its operation, then its credentials' form, parameters and body.</summary>
    public MessageVerdict ValidateRequest(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var match = Match(request);
        return match.Operation is { } operation ? Check(operation, request, match.PathValues) : RouteFindings.Verdict(match, request, Spec);
    }

    /// <summary>Checks a request whose operation is known: an operation already found, a webhook or a callback.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="pathValues">Values of the path's parameters, percent-encoded, from <see cref="Match(RecordedRequest)"/>; null when there are none.</param>
    public MessageVerdict ValidateRequest(ApiOperation operation, RecordedRequest request, IReadOnlyList<KeyValuePair<string, string>>? pathValues = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        return Check(operation, request, pathValues ?? []);
    }

    /// <summary>
    /// The value that the body of a request holds, whatever its media type: what JSON, a form, a multipart body or XML says by the schema it is described with.
    /// </summary>
    /// <param name="operation">The operation it is for.</param>
    /// <param name="request">The request.</param>
    /// <returns>
    /// UTF-8 JSON, whether it conforms or not; null when there is no body, or none that can be read. Bytes, such as files, are empty strings.
    /// </returns>
    public ReadOnlyMemory<byte>? ReadBody(ApiOperation operation, RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        var report = new FindingReport(Options) { WantsBody = true };
        PlanOf(operation).Request.ReadBody(request, report);
        _ = report.ToVerdict(operation);
        return report.Body;
    }

    /// <summary>Says why nothing matches a request, or what of it does not conform: the nearest operations, and field by field what differs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Operations to tell of, 1 to 20.</param>
    /// <returns>
    /// The operation the request is for, where there is one; else those that come nearest. Credentials are looked at whatever
    /// <see cref="MessageValidatorOptions.CheckSecurity"/> says.
    /// </returns>
    /// <remarks>Bounded: the search looks at some thousand places of the description, however large it is.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is out of range.</exception>
    public RouteExplanation Explain(RecordedRequest request, int limit = 3)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxExplained);
        var match = Match(request);
        var near = match.Operation is { } operation ? [new NearRoute(operation, [], match.PathValues, 0)] : router.Nearest(request.Method, request.Url, limit);
        var explained = near.Select(route => (route.Cost, Nearby: Explain(route, request)));
        return new RouteExplanation { Nearest = [.. explained.OrderBy(e => e.Cost).ThenBy(e => e.Nearby.Differences.Count).Select(e => e.Nearby)] };
    }

    private NearbyOperation Explain(NearRoute route, RecordedRequest request)
    {
        var report = new FindingReport(Options with { CheckSecurity = true, MaxFindings = MaxExplainedFindings });
        PlanOf(route.Operation).Request.Check(request, route.PathValues, report);
        return new NearbyOperation { Operation = route.Operation,
            Differences = [.. route.Differences, .. report.ToVerdict(route.Operation).Findings.Select(RouteDifferences.Of)] };
    }

    /// <summary>Checks a response to an operation.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="response">The response.</param>
    public MessageVerdict ValidateResponse(ApiOperation operation, RecordedResponse response)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(response);
        var report = new FindingReport(Options);
        if (PlanOf(operation).ResponseFor(response.Status) is { } plan) plan.Check(operation.Method, response, report);
        else RouteFindings.ReportUndocumentedStatus(operation, response.Status, report);
        return report.ToVerdict(operation);
    }

    /// <summary>Checks a message the API sends to a partner.</summary>
    /// <param name="name">The webhook's name in the document.</param>
    /// <param name="request">The message.</param>
    public MessageVerdict ValidateWebhook(string name, RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(request);
        var webhook = Spec.Webhooks.FirstOrDefault(w => w.Path == name && string.Equals(w.Method, request.Method, StringComparison.OrdinalIgnoreCase));
        return webhook is null ? RouteFindings.UnknownWebhook(name, request, Spec, Options) : Check(webhook, request, []);
    }

    private MessageVerdict Check(ApiOperation operation, RecordedRequest request, IReadOnlyList<KeyValuePair<string, string>> pathValues)
    {
        var report = new FindingReport(Options);
        PlanOf(operation).Request.Check(request, pathValues, report);
        return report.ToVerdict(operation);
    }

    private OperationPlan PlanOf(ApiOperation operation) =>
        plans.GetOrAdd(operation, static (o, validator) => new OperationPlan(o, validator.toApi, validator.fromApi), this);
}
