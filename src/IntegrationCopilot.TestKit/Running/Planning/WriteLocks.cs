using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Lets one request at a time write to a resource, and a case that looks at a list do so while nobody else of the run writes to it; reading is free.
/// </summary>
/// <remarks>The own mock keeps its things apart by itself, and its deliberate waits would be waited for one after another: there many write at once.</remarks>
internal sealed class WriteLocks(RunContext context)
{
    private const int WritersOfMock = 16;

    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.Ordinal);

    /// <summary>Waits until the operation's resource may be written to; disposing lets the next one in.</summary>
    /// <param name="operation">The operation; null for one that the document does not describe.</param>
    /// <param name="hold">What the case holds already.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IDisposable?> EnterAsync(ApiOperation? operation, WriteHold? hold, CancellationToken cancellationToken)
    {
        if (operation is null || context.MeaningOf(operation) is not { Effect: not OperationEffect.Safe } meaning) return null;
        var name = NameOf(operation, meaning);
        if (hold?.Resource == name) return null;
        var gate = GateOf(name);
        await gate.Slots.WaitAsync(cancellationToken);
        return new Exit(gate, 1);
    }

    /// <summary>Waits until nobody writes to the resource that a case looks at, and keeps others out until it is disposed.</summary>
    /// <param name="operations">The operations of the case. Where they write to several resources nothing is held, so that no two cases wait for each
    /// other.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<WriteHold?> HoldAsync(IReadOnlyList<ApiOperation> operations, CancellationToken cancellationToken)
    {
        var names = operations.Select(operation => context.MeaningOf(operation) is { } meaning ? NameOf(operation, meaning) : operation.Path)
            .Distinct(StringComparer.Ordinal).ToList();
        if (names.Count != 1) return null;
        var gate = GateOf(names[0]);
        await gate.Turn.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < gate.Size; taken++) await gate.Slots.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            if (taken > 0) gate.Slots.Release(taken);
            throw;
        }
        finally
        {
            gate.Turn.Release();
        }

        return new WriteHold(names[0], new Exit(gate, gate.Size));
    }

    private Gate GateOf(string name) => gates.GetOrAdd(name, _ => new Gate(context.IsMock ? WritersOfMock : 1));

    private static string NameOf(ApiOperation operation, OperationMeaning meaning) => meaning.Resource?.Name ?? operation.Path;

    private sealed class Gate(int size)
    {
        public int Size => size;

        public SemaphoreSlim Slots { get; } = new(size, size);

        public SemaphoreSlim Turn { get; } = new(1, 1);
    }

    private sealed class Exit(Gate gate, int slots) : IDisposable
    {
        public void Dispose() => gate.Slots.Release(slots);
    }
}

/// <summary>A resource that a case has for itself.</summary>
/// <param name="Resource">Its name.</param>
/// <param name="Exit">Lets others in again.</param>
internal sealed record WriteHold(string Resource, IDisposable Exit) : IDisposable
{
    public void Dispose() => Exit.Dispose();
}
