using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Folds verdicts on traffic: findings by operation and rule, and which operations and statuses were seen.</summary>
/// <remarks>Holds what is different, however many exchanges there are. What it keeps of an exchange was redacted before.</remarks>
/// <threadsafety>Safe for use by several threads at once.</threadsafety>
public sealed class TrafficTally
{
    private const int MostCauses = 5000;
    private const int MostKept = 1000;

    private readonly Lock gate = new();
    private readonly ApiSpec spec;
    private readonly TraceRedactor redactor;
    private readonly Dictionary<CauseKey, TrafficCause> causes = [];
    private readonly Dictionary<string, int> hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string What, UnknownReason Reason), int> gaps = [];
    private readonly Dictionary<ApiOperation, Dictionary<int, int>> seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<TrafficEntry> problems = [];
    private int exchanges;
    private int judged;
    private int failed;
    private int preflights;
    private int notOfApi;
    private int withoutPath;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The description.</param>
    /// <param name="redactor">Takes the secrets out of what is kept; one that knows the usual names and shapes when null (the default).</param>
    public TrafficTally(ApiSpec spec, TraceRedactor? redactor = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.spec = spec;
        this.redactor = redactor ?? new TraceRedactor();
    }

    /// <summary>Judges all of a recording and adds it.</summary>
    /// <param name="check">Judges the exchanges.</param>
    /// <param name="recording">The recording, for example of <see cref="TrafficReader.ReadFileAsync"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task AddAsync(TrafficCheck check, IAsyncEnumerable<TrafficEntry> recording, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(recording);
        await foreach (var entry in recording.WithCancellation(cancellationToken))
        {
            if (entry.Exchange is { } exchange) Add(exchange, check.Judge(exchange));
            else Add(entry);
        }
    }

    /// <summary>Adds an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="verdict">What is said of it.</param>
    public void Add(TrafficExchange exchange, TrafficVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        ArgumentNullException.ThrowIfNull(verdict);
        lock (gate)
        {
            exchanges++;
            switch (verdict.Outcome)
            {
                case TrafficOutcome.Judged:
                    AddJudged(exchange, verdict);
                    break;
                case TrafficOutcome.Preflight:
                    preflights++;
                    break;
                case TrafficOutcome.Unknown:
                    withoutPath++;
                    break;
                default:
                    notOfApi++;
                    Count(hosts, TrafficBases.HostOf(exchange.Request.Url) ?? exchange.Request.Url.Split(':')[0]);
                    break;
            }
        }
    }

    /// <summary>The sum of what was added so far.</summary>
    public TrafficReport ToReport()
    {
        lock (gate)
        {
            return new()
            {
                Exchanges = exchanges,
                Judged = judged,
                Failed = failed,
                Preflights = preflights,
                WithoutPath = withoutPath,
                NotOfApi = notOfApi,
                OtherHosts = [.. hosts.OrderByDescending(host => host.Value).ThenBy(host => host.Key, StringComparer.Ordinal)
                    .Select(host => new TrafficHost(host.Key, host.Value))],
                Causes = [.. causes.Values.OrderByDescending(cause => cause.Finding.Severity).ThenByDescending(cause => cause.Exchanges)],
                Gaps = [.. gaps.OrderByDescending(gap => gap.Value).ThenBy(gap => gap.Key.What, StringComparer.Ordinal)
                    .Select(gap => new TrafficGap(gap.Key.What, gap.Key.Reason, gap.Value))],
                Coverage = [.. spec.Operations.Select(Coverage)],
                Problems = [.. problems],
            };
        }
    }

    private void Add(TrafficEntry problem)
    {
        lock (gate)
        {
            if (problems.Count < MostKept) problems.Add(problem);
        }
    }

    private void AddJudged(TrafficExchange exchange, TrafficVerdict verdict)
    {
        judged++;
        if (!verdict.IsValid) failed++;
        if (verdict.Operation is { } operation)
        {
            if (!seen.TryGetValue(operation, out var statuses)) seen[operation] = statuses = [];
            var status = exchange.Response?.Status ?? 0;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        foreach (var what in verdict.Unknown.Select(place => (TrafficShapes.OfPlace(place), place.Reason)).Distinct()) Count(gaps, what);
        if (verdict.Findings.Count > 0) AddCauses(exchange, verdict);
    }

    private void AddCauses(TrafficExchange exchange, TrafficVerdict verdict)
    {
        var endpoint = verdict.Operation is { } operation ? $"{operation.Method} {operation.Path}" : TrafficShapes.OfRequest(exchange.Request);
        var once = new HashSet<CauseKey>();
        foreach (var found in verdict.Findings)
        {
            var key = new CauseKey(endpoint, found.Direction, found.Finding.Code, found.Finding.Severity, TrafficShapes.OfWhere(found.Finding.Where));
            if (!once.Add(key)) continue;
            if (causes.TryGetValue(key, out var cause)) causes[key] = cause with { Exchanges = cause.Exchanges + 1 };
            else if (causes.Count < MostCauses) causes[key] = Cause(exchange, verdict.Operation, endpoint, found);
        }
    }

    private TrafficCause Cause(TrafficExchange exchange, ApiOperation? operation, string endpoint, TrafficFinding found)
    {
        var trace = redactor.Record(new TraceDraft
        {
            StartedAt = DateTimeOffset.UnixEpoch, Duration = TimeSpan.Zero, Environment = EnvironmentType.Sandbox,
            Request = exchange.Request, Response = exchange.Response, Findings = [found.Finding],
        });
        return new()
        {
            Operation = operation,
            Endpoint = operation is null ? redactor.Redact(endpoint) : endpoint,
            Direction = found.Direction,
            IsRefused = found.IsRefused,
            Finding = trace.Findings[0] with { Source = found.Finding.Source },
            Status = exchange.Response?.Status,
            Request = $"{trace.Request.Method} {trace.Request.Url}",
            First = exchange.Place,
            Exchanges = 1,
        };
    }

    private TrafficCoverage Coverage(ApiOperation operation)
    {
        var statuses = seen.GetValueOrDefault(operation) ?? [];
        var described = statuses.Where(status => status.Key > 0).ToLookup(status => operation.FindResponse(status.Key)?.Status ?? "");
        return new(operation, statuses.Values.Sum(),
            [.. operation.Responses.Select(response => KeyValuePair.Create(response.Status, described[response.Status].Sum(status => status.Value)))],
            [.. described[""].OrderBy(status => status.Key).Select(status => KeyValuePair.Create($"{status.Key}", status.Value))]);
    }

    private static void Count<T>(Dictionary<T, int> counts, T what) where T : notnull
    {
        if (counts.TryGetValue(what, out var count)) counts[what] = count + 1;
        else if (counts.Count < MostKept) counts[what] = 1;
    }

    private readonly record struct CauseKey(string Endpoint, MessageDirection Direction, string Code, FindingSeverity Severity, string Where);
}
