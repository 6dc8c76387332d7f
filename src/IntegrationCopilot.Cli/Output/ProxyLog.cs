using IntegrationCopilot.Proxy;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli;

/// <summary>What a proxy tells while exchanges pass: a line for each that does not conform or did not come about.</summary>
internal sealed class ProxyLog
{
    private const int MaxUrl = 200;
    private const int MaxFindings = 3;
    private readonly Terminal terminal;
    private readonly TraceWriter? writer;
    private readonly Lock gate = new();
    private readonly TaskCompletionSource<string> failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="terminal">Where the lines go.</param>
    /// <param name="spec">The description.</param>
    /// <param name="writer">Where traces go; null for nowhere.</param>
    public ProxyLog(Terminal terminal, ApiSpec spec, TraceWriter? writer)
    {
        this.terminal = terminal;
        this.writer = writer;
        Tally = new TrafficTally(spec);
    }

    /// <summary>The sum of all exchanges.</summary>
    public TrafficTally Tally { get; }

    /// <summary>Completes with the reason when traces can no longer be written.</summary>
    public Task<string> Failure => failure.Task;

    /// <summary>Adds an exchange, and tells of it where there is something to tell.</summary>
    public void Write(ProxiedExchange exchange)
    {
        Tally.Add(exchange.Exchange, exchange.Verdict);
        var isUnjudged = exchange.Verdict.Unknown.Count > 0 && exchange.Error is null && exchange.Refusal == ProxyRefusal.None;
        if (exchange.Verdict.IsValid && exchange.Error is null && !isUnjudged) return;
        var line = Line(exchange, isUnjudged);
        lock (gate)
        {
            terminal.WriteLine(line);
            terminal.Output.Flush();
        }
    }

    /// <summary>Writes a trace.</summary>
    public async Task RecordAsync(ApiTrace trace, CancellationToken cancellationToken)
    {
        try
        {
            await writer!.WriteAsync(trace, cancellationToken);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            failure.TrySetResult(e.Message);
        }
    }

    private static string Line(ProxiedExchange exchange, bool isUnjudged)
    {
        var trace = exchange.Trace;
        var url = trace.Request.Url.Length > MaxUrl ? trace.Request.Url[..MaxUrl] + "…" : trace.Request.Url;
        var status = exchange.Refusal switch
        {
            ProxyRefusal.Request => "refused",
            ProxyRefusal.Response => $"{trace.Response?.Status} withheld",
            _ => trace.Response is { } response ? $"{response.Status}" : "no answer",
        };
        var errors = trace.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        var findings = string.Concat(errors.Take(MaxFindings)
            .Select(finding => $"  {(finding.Where.Length == 0 ? "" : finding.Where + ": ")}{finding.Message}"));
        var more = errors.Count > MaxFindings ? $"  and {errors.Count - MaxFindings} more" : "";
        var unjudged = isUnjudged ? $"  passed unjudged: {string.Join(", ", exchange.Verdict.Unknown.Select(place => $"{TrafficLines.Name(place.Direction)} {place.Where}"))}" : "";
        return $"{trace.Request.Method} {url} {status}{findings}{more}{unjudged}{(trace.Error is { } error ? $"  {error}" : "")}";
    }
}
