using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Judges recorded traffic against an API description, offline.</summary>
/// <remarks>
/// <para>An exchange is one with the API when its URL begins with that of a server of the description, or with the base that is given; a URL that is a path
/// only is, too. Where the description names no host, and for pages and files of a site, it is one when its path is described.</para>
/// <para>What a recording does not hold (redacted secrets, bodies left out or cut) is not judged, and the verdict says so.</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class TrafficCheck
{
    private readonly TrafficBases bases;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="validator">Judges the messages.</param>
    /// <param name="baseUrl">Where the API was when the traffic was recorded: exchanges that do not begin with it are not of the API. Null (the default) for
    /// the
    /// servers of the description.</param>
    /// <exception cref="ArgumentException"><paramref name="baseUrl"/> is not absolute.</exception>
    public TrafficCheck(MessageValidator validator, Uri? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(validator);
        if (baseUrl is { IsAbsoluteUri: false }) throw new ArgumentException("The base URL is not absolute.", nameof(baseUrl));
        Validator = validator;
        bases = new TrafficBases(validator.Spec, baseUrl);
    }

    /// <summary>Judges the messages.</summary>
    public MessageValidator Validator { get; }

    /// <summary>Judges an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    public TrafficVerdict Judge(TrafficExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        // What was read nowhere was redacted by nobody.
        var unknown = exchange.Place is null
            ? exchange.Unknown
            : [.. exchange.Unknown.Concat(RedactedPlaces.Of(exchange)).DistinctBy(place => (place.Direction, place.Where.ToUpperInvariant()))];
        if (Relative(exchange) is not { } url) return new() { Outcome = TrafficOutcome.NotOfApi };
        var request = exchange.Request with { Url = url };
        var match = Validator.Match(request);
        if (match.Operation is { } operation) return Judge(exchange, operation, request, match.PathValues, unknown);
        if (request.Method == "HEAD" && Validator.Match(request with { Method = "GET" }) is { Operation: { } read } asGet)
            return JudgeHead(exchange, read, request, asGet.PathValues, unknown);
        return WithoutOperation(exchange, request, match, unknown);
    }

    private TrafficVerdict Judge(TrafficExchange exchange, ApiOperation operation, RecordedRequest request, IReadOnlyList<KeyValuePair<string, string>> path,
        IReadOnlyList<UnknownPlace> unknown)
    {
        var asked = new UnknownFindings(unknown, MessageDirection.Request).Known(Validator.ValidateRequest(operation, request, path).Findings);
        var answered = exchange.Response is { } response
            ? new UnknownFindings(unknown, MessageDirection.Response).Known(Validator.ValidateResponse(operation, response).Findings)
            : [];
        return new()
        {
            Outcome = TrafficOutcome.Judged,
            Operation = operation,
            Findings = [.. asked.Select(finding => OfRequest(finding, exchange)),
                .. answered.Select(f => new TrafficFinding(MessageDirection.Response, f, false))],
            Unknown = unknown,
        };
    }

    /// <summary>Where GET is described, HEAD is the same without a body (RFC 9110, section 9.3.2).</summary>
    private TrafficVerdict JudgeHead(TrafficExchange exchange, ApiOperation read, RecordedRequest request, IReadOnlyList<KeyValuePair<string, string>> path,
        IReadOnlyList<UnknownPlace> unknown)
    {
        var bodiless = new UnknownPlace(MessageDirection.Response, "body", UnknownReason.NotRecorded);
        return Judge(exchange, read, request, path, [.. unknown, bodiless]) with { Unknown = unknown };
    }

    private TrafficVerdict WithoutOperation(TrafficExchange exchange, RecordedRequest request, RouteMatch match, IReadOnlyList<UnknownPlace> unknown)
    {
        if (IsPreflight(request)) return new() { Outcome = TrafficOutcome.Preflight };
        if (match.Outcome != RouteOutcome.MethodNotAllowed && !IsKnownToBeOfApi(exchange)) return new() { Outcome = TrafficOutcome.NotOfApi };
        if (unknown.Any(place => place is { Direction: MessageDirection.Request, Where: "path" })) return new() { Outcome = TrafficOutcome.Unknown,
            Unknown = unknown };
        var findings = Validator.ValidateRequest(request).Findings;
        return new() { Outcome = TrafficOutcome.Judged, Findings = [.. findings.Select(finding => OfRequest(finding, exchange))], Unknown = unknown };
    }

    /// <summary>What the API refused, it refused rightly: the client is at fault, and nothing else is known of either.</summary>
    private static TrafficFinding OfRequest(Finding finding, TrafficExchange exchange)
    {
        var isRefused = exchange.Response?.Status is >= 400 and < 500;
        return new(MessageDirection.Request, isRefused ? finding with { Severity = FindingSeverity.Warning } : finding, isRefused);
    }

    /// <summary>Path and query for the router; null when the exchange is not one with the API.</summary>
    private string? Relative(TrafficExchange exchange)
    {
        var url = exchange.Request.Url;
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)) return url;
        if (TrafficBases.HostOf(url) is not { } host) return null;
        if (bases.Behind(url) is { } rest) return rest;
        if (bases.IsGiven || (bases.IsAny && !exchange.IsOfDescribedApi)) return null;
        var path = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..];
        path = path[path.IndexOf(host, StringComparison.OrdinalIgnoreCase)..][host.Length..];
        return path.StartsWith('/') ? path : "/" + path;
    }

    private bool IsKnownToBeOfApi(TrafficExchange exchange)
    {
        var isUrlKnown = exchange.Request.Url.StartsWith('/') || bases.Behind(exchange.Request.Url) is not null || exchange.IsOfDescribedApi;
        return isUrlKnown && !IsOfASite(exchange);
    }

    /// <summary>Pages, scripts, styles, fonts and pictures that lie beside an API on its host.</summary>
    private static bool IsOfASite(TrafficExchange exchange)
    {
        if (exchange.Request.Method is not ("GET" or "HEAD") || exchange.Response?.Headers.First("Content-Type") is not { } type) return false;
        return type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/css", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("font/", StringComparison.OrdinalIgnoreCase)
            || type.Contains("javascript", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/wasm", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPreflight(RecordedRequest request) =>
        request.Method == "OPTIONS" && request.Headers.First("Access-Control-Request-Method") is not null;
}
