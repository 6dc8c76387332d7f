using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Lets one request at a time write to a resource; reading is free.</summary>
/// <remarks>The own mock keeps its things apart by itself, and its deliberate waits would be waited for one after another.</remarks>
internal sealed class WriteLocks(RunContext context)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Waits until nobody else writes to the operation's resource; disposing lets the next one in.</summary>
    public async Task<IDisposable?> EnterAsync(ApiOperation? operation, CancellationToken cancellationToken)
    {
        if (context.IsMock || operation is null || context.MeaningOf(operation) is not { Effect: not OperationEffect.Safe } meaning) return null;
        var gate = gates.GetOrAdd(meaning.Resource?.Name ?? operation.Path, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new Exit(gate);
    }

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
