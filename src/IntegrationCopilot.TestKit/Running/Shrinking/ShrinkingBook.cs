using System.Collections.Concurrent;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run spends on making failing requests smaller: each defect once, and so many requests together.</summary>
/// <threadsafety>May be used by several threads at once.</threadsafety>
internal sealed class ShrinkingBook(RunContext context)
{
    private readonly ConcurrentDictionary<string, bool> begun = new(StringComparer.Ordinal);
    private int spent;

    /// <summary>Whether this is the first failure of its defect, and there is something left to spend. The own mock is no stranger, and is not asked.</summary>
    public bool Begins(CaseCause cause) => !context.IsMock && context.Options.Budget is null
        && Volatile.Read(ref spent) < context.Options.ShrinkingRequests && begun.TryAdd(cause.Id, true);

    /// <summary>Takes one request.</summary>
    /// <returns>Whether there was one left.</returns>
    public bool TrySpend() => Interlocked.Increment(ref spent) <= context.Options.ShrinkingRequests;
}
