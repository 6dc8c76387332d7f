using System.Diagnostics;
using IntegrationCopilot.Validator;
using IntegrationCopilot.Validator.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.Proxy;

/// <summary>One exchange while it passes: what of it is known so far.</summary>
internal sealed class PassingExchange : IDisposable
{
    private readonly HttpContext context;
    private readonly ProxySettings settings;
    private readonly Activity? activity;
    private readonly KeptBytes requestBody;
    private readonly KeptBytes responseBody;
    private readonly RecordedRequest head;
    private readonly DateTimeOffset startedAt;
    private readonly long start;
    private readonly CancellationTokenSource patience;
    private bool isTold;

    public PassingExchange(HttpContext context, ProxySettings settings, Activity? activity)
    {
        this.context = context;
        this.settings = settings;
        this.activity = activity;
        startedAt = settings.Options.Clock.GetUtcNow();
        start = settings.Options.Clock.GetTimestamp();
        requestBody = new KeptBytes(settings.Options.MaxJudgedBytes);
        responseBody = new KeptBytes(settings.Options.MaxJudgedBytes);
        Target = TargetOf(context);
        IsUpgrade = (context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true
            && context.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase))
            || context.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect == true;
        var method = context.Request.Method == HttpMethods.Connect ? HttpMethods.Get : context.Request.Method;
        head = new() { Method = method, Url = Target, Headers = context.Request.Headers.ToRecorded() };
        Nominated = NominatedIn(context.Request.Headers);
        patience = new CancellationTokenSource(settings.Options.Timeout, settings.Options.Clock);
    }

    /// <summary>Path and query as the client wrote them.</summary>
    public string Target { get; }

    /// <summary>Whether the client wants a web socket.</summary>
    public bool IsUpgrade { get; }

    /// <summary>Fields that the client says are for its connection only.</summary>
    public IReadOnlyList<string> Nominated { get; }

    /// <summary>Cancelled when the API has kept us waiting too long.</summary>
    public CancellationToken Patience => patience.Token;

    /// <summary>What the API said, where that is not what the client gets or where no body follows.</summary>
    public RecordedResponse? Said { get; set; }

    /// <summary>Whether the client gets an answer of ours because none came from the API.</summary>
    public bool IsOurs { get; set; }

    /// <summary>What was not let through.</summary>
    public ProxyRefusal Refusal { get; set; }

    /// <summary>Keeps the body of a request that does not pass.</summary>
    public void Keep(ReadOnlySpan<byte> body) => requestBody.Add(body);

    /// <summary>The body of the request on its way to the API.</summary>
    public Stream Watch(Stream body) => new WatchedStream(body, requestBody.Add, Wait);

    /// <summary>The response on its way to the client.</summary>
    public Stream WatchResponse(Stream body) => new WatchedStream(body, responseBody.Add);

    /// <summary>The response has begun, and may take its time.</summary>
    public void StopWaiting() => patience.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Judges a request that is held.</summary>
    /// <param name="held">Its body; null when it is not held.</param>
    public List<Finding> JudgeRequest(HeldBody? held)
    {
        var exchange = new TrafficExchange
        {
            Request = head with { Body = held is { IsWhole: true } ? held.Beginning : default },
            Unknown = held is { IsWhole: true } || IsUpgrade ? [] : [new(MessageDirection.Request, "body", UnknownReason.Damaged)],
        };
        return [.. Errors(exchange, MessageDirection.Request).Where(f => f.Code is not (FindingCodes.MissingCredentials or FindingCodes.MalformedCredentials))];
    }

    /// <summary>Judges a response that is held.</summary>
    /// <param name="response">The response, with its body where that is held whole.</param>
    /// <param name="isWhole">Whether it is.</param>
    public List<Finding> JudgeResponse(RecordedResponse response, bool isWhole)
    {
        var exchange = new TrafficExchange
        {
            Request = head, Response = response, Unknown = isWhole ? [] : [new(MessageDirection.Response, "body", UnknownReason.Damaged)],
        };
        return Errors(exchange, MessageDirection.Response);
    }

    /// <summary>Judges and records the exchange, once.</summary>
    /// <param name="error">What stopped it.</param>
    public async Task TellAsync(Exception? error)
    {
        if (isTold) return;
        isTold = true;
        var options = settings.Options;
        var duration = options.Clock.GetElapsedTime(start);
        var exchange = Exchange(error);
        var done = new ProxiedExchange(exchange, settings.Check.Judge(exchange), Refusal, error, self => settings.Record(self, startedAt, duration));
        settings.Observer.Tell(done, duration, activity);
        options.OnExchange?.Invoke(done);
        // Not cancelled with the request: that the client left is worth recording too.
        if (options.OnTrace is { } onTrace) await onTrace(done.Trace, CancellationToken.None);
    }

    public void Dispose() => patience.Dispose();

    private void Wait() => patience.CancelAfter(settings.Options.Timeout);

    private List<Finding> Errors(TrafficExchange exchange, MessageDirection direction) =>
        [.. settings.Check.Judge(exchange).Findings.Where(f => f.Direction == direction && f.Finding.Severity == FindingSeverity.Error).Select(f => f.Finding)];

    private TrafficExchange Exchange(Exception? error)
    {
        var response = Said ?? (Refusal == ProxyRefusal.None && !IsOurs && (error is null || context.Response.HasStarted) ? Passed() : null);
        var unknown = new List<UnknownPlace>();
        if (requestBody.IsCut || (error is not null && !IsUpgrade)) unknown.Add(new(MessageDirection.Request, "body", UnknownReason.Damaged));
        if (Said is null && (responseBody.IsCut || error is not null)) unknown.Add(new(MessageDirection.Response, "body", UnknownReason.Damaged));
        return new() { StartedAt = startedAt, Request = head with { Body = requestBody.Bytes }, Response = response, Unknown = unknown };
    }

    private RecordedResponse Passed() =>
        new() { Status = context.Response.StatusCode, Headers = context.Response.Headers.ToRecorded(), Body = responseBody.Bytes };

    private static IReadOnlyList<string> NominatedIn(IHeaderDictionary headers)
    {
        if (headers.Connection is not { Count: > 0 } connection || connection == "keep-alive") return [];
        return [.. connection.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(name => !name.Equals("Upgrade", StringComparison.OrdinalIgnoreCase) && !name.Equals("close", StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>As on the wire, for a server that gives it; without the part of the path that the application is mounted at.</summary>
    private static string TargetOf(HttpContext context)
    {
        var request = context.Request;
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (!raw.StartsWith('/'))
        {
            var path = raw.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? raw.IndexOf('/', scheme + 3) : -1;
            raw = path > 0 ? raw[path..] : request.Path.HasValue ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent() : "/";
        }

        var mounted = request.PathBase.ToUriComponent();
        return mounted.Length > 0 && raw.StartsWith(mounted, StringComparison.OrdinalIgnoreCase)
            ? raw[mounted.Length..] is ['/', ..] rest ? rest : "/" + raw[mounted.Length..] : raw;
    }
}
