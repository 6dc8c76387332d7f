using System.Collections.Concurrent;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Which request a key was used for, and the order it gave.</summary>
internal sealed class IdempotencyKeys
{
    private readonly ConcurrentDictionary<(string Owner, string Key), Use> uses = new();

    /// <summary>The first use of the key, which is this one when <paramref name="isFirst"/> is true.</summary>
    public Use First(string owner, string key, string body, out bool isFirst)
    {
        var mine = new Use(body);
        var first = uses.GetOrAdd((owner, key), mine);
        isFirst = ReferenceEquals(first, mine);
        return first;
    }

    internal sealed record Use(string Body)
    {
        public TaskCompletionSource<Order> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
