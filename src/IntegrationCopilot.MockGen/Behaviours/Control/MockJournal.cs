using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The requests a mock received and how it answered: the last <see cref="MockOptions.JournalLength"/>, of at most 16 MiB of bodies.</summary>
/// <remarks>Requests that were refused while they were read, and those to the mock's own paths, are not among them.</remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class MockJournal
{
    private const long MaxBodyBytes = 16 * 1024 * 1024;
    private readonly Lock gate = new();
    private readonly ApiSpec spec;
    private readonly int capacity;
    private readonly Queue<Kept> kept = new();
    private readonly List<JournalWaiter> waiters = [];
    private long bytes;
    private long total;

    internal MockJournal(ApiSpec spec, int capacity)
    {
        this.spec = spec;
        this.capacity = capacity;
    }

    /// <summary>How many requests were received since the start or the last <see cref="Clear"/>; more than are kept when older ones had to go.</summary>
    public long Total
    {
        get { lock (gate) return total; }
    }

    internal bool IsOn => capacity > 0;

    /// <summary>The exchanges kept, in the order of their answers.</summary>
    /// <param name="operation">An operation (<see cref="MockOverride.Operation"/>); null for any request.</param>
    /// <param name="when">A further condition; null for none.</param>
    /// <exception cref="ArgumentException">The document has no such operation.</exception>
    public IReadOnlyList<MockExchange> Received(string? operation = null, Func<RecordedRequest, bool>? when = null)
    {
        var wanted = operation is null ? null : OperationNames.Find(spec, operation);
        return [.. Snapshot().Where(e => IsWanted(e, wanted, when))];
    }

    /// <summary>Fails unless such requests were received. The message names those that came nearest, and what was wrong with them.</summary>
    /// <param name="operation">The operation (<see cref="MockOverride.Operation"/>).</param>
    /// <param name="times">How many; null for at least one, 0 for none.</param>
    /// <param name="when">A further condition; null for none.</param>
    /// <exception cref="MockAssertionException">Another number was received.</exception>
    /// <exception cref="ArgumentException">The document has no such operation.</exception>
    public void AssertReceived(string operation, int? times = null, Func<RecordedRequest, bool>? when = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        var wanted = OperationNames.Find(spec, operation);
        var all = Snapshot();
        var count = all.Count(e => IsWanted(e, wanted, when));
        if (times is null ? count > 0 : count == times) return;
        throw new MockAssertionException(NearMisses.Tell(wanted, times, count, all, when is not null));
    }

    /// <summary>Waits until such a request was received, or gives one that already was.</summary>
    /// <param name="operation">An operation (<see cref="MockOverride.Operation"/>); null for any request.</param>
    /// <param name="when">A further condition; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">None came before the wait was ended.</exception>
    /// <exception cref="ArgumentException">The document has no such operation.</exception>
    public async Task<MockExchange> WaitForAsync(string? operation = null, Func<RecordedRequest, bool>? when = null,
        CancellationToken cancellationToken = default)
    {
        var wanted = operation is null ? null : OperationNames.Find(spec, operation);
        JournalWaiter waiter;
        lock (gate)
        {
            if (kept.Select(k => k.Exchange).FirstOrDefault(e => IsWanted(e, wanted, when)) is { } already) return already;
            waiter = new JournalWaiter(e => IsWanted(e, wanted, when));
            waiters.Add(waiter);
        }
        try
        {
            return await waiter.Found.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (gate) waiters.Remove(waiter);
        }
    }

    /// <summary>Forgets all requests.</summary>
    public void Clear()
    {
        lock (gate)
        {
            kept.Clear();
            (bytes, total) = (0, 0);
        }
    }

    internal void Add(MockExchange exchange)
    {
        JournalWaiter[] waiting;
        var size = exchange.Request.Body.Length + (long)exchange.Response.Body.Length;
        lock (gate)
        {
            total++;
            kept.Enqueue(new Kept(exchange, size));
            bytes += size;
            while (kept.Count > capacity || (bytes > MaxBodyBytes && kept.Count > 1)) bytes -= kept.Dequeue().Size;
            waiting = waiters.Count == 0 ? [] : [.. waiters];
        }
        foreach (var waiter in waiting) waiter.Offer(exchange);
    }

    internal IReadOnlyList<MockExchange> Snapshot()
    {
        lock (gate) return [.. kept.Select(k => k.Exchange)];
    }

    private static bool IsWanted(MockExchange exchange, ApiOperation? operation, Func<RecordedRequest, bool>? when) =>
        (operation is null || ReferenceEquals(exchange.Operation, operation)) && (when is null || when(exchange.Request));

    /// <param name="Exchange">What was received and answered.</param>
    /// <param name="Size">Bytes of its bodies, known without another look at what has long left the processor's caches.</param>
    private readonly record struct Kept(MockExchange Exchange, long Size);
}
