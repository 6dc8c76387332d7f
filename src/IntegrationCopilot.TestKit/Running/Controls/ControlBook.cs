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
    public Task<ControlOutcome> AskAsync(StepRequest request, GoldenTest test, CancellationToken cancellationToken)
    {
        var key = KeyOf(request);
        return outcomes.GetOrAdd(key, _ => new(() => SendAsync(key, request, test, cancellationToken))).Value;
    }

    private async Task<ControlOutcome> SendAsync(string key, StepRequest request, GoldenTest test, CancellationToken cancellationToken)
    {
        var values = CaseValues.Create(test, key, context);
        if (!values.IsComplete) return new() { Values = values.Value, Stop = CaseStopException.Missing(values.Problems) };
        var sender = new CaseSender(context, test.Id, values.Value.Secrets);
        try
        {
            var ready = new RequestBuilder(context).Build(new TestStep { Name = "control" }, request, values.Value);
            var exchange = await sender.SendAsync(ready, cancellationToken);
            return new()
            {
                Exchange = exchange,
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

    private static string KeyOf(StepRequest request) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)).AsSpan(0, 16));
}
