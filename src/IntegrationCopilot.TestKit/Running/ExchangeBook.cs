using System.Collections.Concurrent;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Keeps what was sent and answered.</summary>
internal sealed class ExchangeBook
{
    private readonly ConcurrentQueue<ApiTrace> kept = new();

    public void Keep(ApiTrace trace) => kept.Enqueue(trace);

    /// <summary>Each exchange, in the order of its beginning.</summary>
    public IReadOnlyList<ApiTrace> All => [.. kept.OrderBy(trace => trace.StartedAt).ThenBy(trace => trace.Id, StringComparer.Ordinal)];
}
