using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What the requests of a run created, in order, and what they removed again.</summary>
internal sealed class CreatedThings(RunContext context)
{
    /// <summary>Beyond this only the number is known.</summary>
    private const int MaxNoted = 20_000;

    private readonly List<CreatedThing> things = [];
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>What is there still as far as the run knows, the newest first.</summary>
    public IReadOnlyList<CreatedThing> Newest
    {
        get
        {
            lock (gate) return [.. Enumerable.Reverse(things)];
        }
    }

    /// <summary>Notes what a request did.</summary>
    public void Note(ReadyRequest ready, Exchange exchange)
    {
        if (exchange is not { Response.Status: >= 200 and < 300, Operation: { } operation } || context.MeaningOf(operation) is not { } meaning) return;
        lock (gate)
        {
            if (meaning.Effect == OperationEffect.Deletes) removed.Add(PathOf(ready.Url));
            else if (meaning.Effect == OperationEffect.Creates && things.Count < MaxNoted)
                things.Add(CreatedIdentity.Of(operation, meaning.Resource, ready, exchange));
        }
    }

    /// <summary>Whether the run has removed what lies under an address.</summary>
    public bool IsRemoved(string url)
    {
        lock (gate) return removed.Contains(PathOf(url));
    }

    private static string PathOf(string url) => url.Split('?')[0];
}
