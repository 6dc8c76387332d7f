using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The unbroken requests of a run: each is sent once, by the first case that asks, and shared by all.</summary>
internal sealed class ControlBook(RunContext context)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ControlOutcome>>> outcomes = new(StringComparer.Ordinal);

    /// <summary>What became of a request with valid credentials.</summary>
    /// <param name="request">The request.</param>
    /// <param name="test">The test that asks; its variables fill the request in.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Task<ControlOutcome> AskAsync(StepRequest request, GoldenTest test, CancellationToken cancellationToken) =>
        AskAsync(new ControlAsk(request, test.Variables, test.Id), cancellationToken);

    /// <summary>What became of a request with valid credentials.</summary>
    public async Task<ControlOutcome> AskAsync(ControlAsk ask, CancellationToken cancellationToken)
    {
        var key = $"{KeyOf(ask.Request)}{(ask.OwnFor is { } owner ? $" {owner}" : "")}{KnownText(ask)}";
        var whole = await outcomes.GetOrAdd(key, _ => new(() => SendAsync(key, ask, cancellationToken))).Value;
        if (!ask.MayShrink || whole.Succeeded || whole.Exchange is not { } refused) return whole;
        return await outcomes.GetOrAdd($"{key} smaller", _ => new(() => ShrinkAsync(ask, whole, refused, cancellationToken))).Value;
    }

    /// <summary>What names a request among those of a run.</summary>
    public static string KeyOf(StepRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(AsJson.Bytes(request.ToElement())).AsSpan(0, 16));

    private static string KnownText(ControlAsk ask) => ask.Known.Count == 0 ? ""
        : $" {string.Join(' ', ask.Known.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value.GetRawText()}"))}";

    /// <summary>What became of smaller requests, once the whole was refused.</summary>
    private async Task<ControlOutcome> ShrinkAsync(ControlAsk ask, ControlOutcome whole, Exchange refused, CancellationToken cancellationToken)
    {
        var sender = new CaseSender(context, ask.CaseId, whole.Values.Secrets);
        var smaller = new SmallerBody(context.Spec, ask.Request);
        for (var exchange = refused; smaller.After(exchange) is { } request;)
        {
            var ready = new RequestBuilder(context).Build(new TestStep { Name = "control" }, request, whole.Values);
            using (await context.Writes.EnterAsync(ready.Operation, null, cancellationToken)) exchange = await sender.SendAsync(ready, cancellationToken);
            if (exchange.Succeeded)
                return whole with { Exchange = exchange, Sent = request, TraceIds = [.. whole.TraceIds, .. sender.TraceIds] };
        }

        return whole;
    }

    private async Task<ControlOutcome> SendAsync(string key, ControlAsk ask, CancellationToken cancellationToken)
    {
        var values = CaseValues.Create(ask.Variables, key, context);
        var sender = new CaseSender(context, ask.CaseId, values.Value.Secrets);
        try
        {
            var needs = new ValueNeeds(ask.Variables, key, ask.CaseId) { Below = ask.Below, Requests = [ask.Request],
                Used = UsedVariables.Of([new TestStep { Name = "control", Request = ask.Request }]), Known = ask.Known };
            values = await context.Values.FillAsync(needs, cancellationToken);
            if (!values.IsComplete) return new() { Values = values.Value, Stop = CaseStopException.Missing(values.Problems) };
            var ready = new RequestBuilder(context).Build(new TestStep { Name = "control" }, ask.Request, values.Value);
            Exchange exchange;
            using (await context.Writes.EnterAsync(ready.Operation, null, cancellationToken)) exchange = await sender.SendAsync(ready, cancellationToken);
            return new()
            {
                Exchange = exchange,
                Sent = ask.Request,
                Values = values.Value,
                TraceIds = sender.TraceIds,
                Stop = exchange.Response is null ? CaseStopException.Unanswered(exchange) : null,
            };
        }
        catch (CaseStopException stop)
        {
            return new() { Values = values.Value, TraceIds = sender.TraceIds, Stop = stop };
        }
    }
}
