using System.Text;
using System.Text.Json;
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
            if (meaning.Effect == OperationEffect.Deletes) removed.Add(AddressOf(ready));
            else if (meaning.Effect == OperationEffect.Creates && things.Count < MaxNoted)
                things.Add(CreatedIdentity.Of(operation, meaning.Resource, ready, exchange));
        }
    }

    /// <summary>Whether the run has sent a request that removes the same thing, and it succeeded.</summary>
    public bool IsRemoved(ReadyRequest ready)
    {
        lock (gate) return removed.Contains(AddressOf(ready));
    }

    /// <summary>What a request removes: what lies under its path, or, where the path names nothing, what query and body say.</summary>
    private static string AddressOf(ReadyRequest ready) =>
        ready.PathValues.Count > 0 ? ready.Url.Split('?')[0] : $"{ready.Url} {(ready.Body is { } body ? Said(body.Bytes) : "")}";

    /// <summary>A body by its members, however it is written.</summary>
    private static string Said(ReadOnlyMemory<byte> body) => JsonBody.Parse(body) is not { ValueKind: JsonValueKind.Object } json ? Encoding.UTF8.GetString(body.Span)
        : string.Join('\n', json.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetRawText()}").Distinct().Order(StringComparer.Ordinal));
}
