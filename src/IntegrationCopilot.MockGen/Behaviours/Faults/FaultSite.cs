using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A fault at one operation of one mock.</summary>
internal sealed class FaultSite(MockFault fault, FaultSubject subject, MockOperation operation, FaultMemory memory)
{
    public FaultSubject Subject => subject;

    public MockOperation Operation => operation;

    /// <summary>What the fault remembers, over all operations of the mock.</summary>
    public FaultMemory Memory => memory;

    public SchemaSet Schemas => operation.Answers.Builder.Schemas;

    /// <summary>The answer of a mock that remembers nothing.</summary>
    public MockReply Usual => operation.Answers.Usual;

    /// <summary>Notes on an answer that the fault has shown.</summary>
    public MockReply Mark(MockReply reply)
    {
        var others = reply.Field(MockHeaders.Fault);
        if (others is null) return reply.With(MockHeaders.Fault, fault.Id);
        return others.Split(", ").Contains(fault.Id) ? reply : reply.With(MockHeaders.Fault, $"{others}, {fault.Id}");
    }

    /// <summary>Has another operation answered by what is further in than the fault, about the thing a request names.</summary>
    /// <param name="request">Names the thing in its path.</param>
    /// <param name="other">The operation, called with GET; null for none.</param>
    /// <param name="values">Path values in place of those of the request.</param>
    /// <returns>The answer; null when there is no such operation, or its path needs more than is known.</returns>
    public async ValueTask<MockReply?> AskAsync(MockRequest request, ApiOperation? other, IReadOnlyDictionary<string, string>? values = null)
    {
        if (other is not { Method: "GET" } || UrlOf(other, request, values) is not { } url) return null;
        var message = new RecordedRequest { Method = "GET", Url = url, Headers = [.. request.Message.Headers.Where(IsAccept)] };
        var inside = operation.Engine.Receive(message, request.Caller, request.Aborted);
        if (inside.Operation is not { } called) return null;
        _ = called.Step;
        return memory.Steps.TryGetValue(called.Description, out var step) ? await step(inside) : null;
    }

    /// <summary>What a thing is remembered by: its resource and the values of its path.</summary>
    public string KeyOf(MockRequest request) =>
        $"{subject.Resource?.Name}\n{string.Join('\n', request.PathValues.Select(v => Uri.UnescapeDataString(v.Value)))}";

    private static bool IsAccept(KeyValuePair<string, string> header) => header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of an operation with the values of the request in it; null when it needs others.</summary>
    private static string? UrlOf(ApiOperation other, MockRequest request, IReadOnlyDictionary<string, string>? values)
    {
        var url = other.Path;
        foreach (var (name, value) in values ?? new Dictionary<string, string>())
            url = url.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        foreach (var (name, value) in request.PathValues)
            url = url.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return url.Contains('{', StringComparison.Ordinal) ? null : url;
    }
}

/// <summary>What a fault remembers in one mock.</summary>
internal sealed class FaultMemory
{
    private const int MaxKept = 10_000;
    private readonly ConcurrentDictionary<string, byte> marks = new(StringComparer.Ordinal);

    /// <summary>What is further in than the fault, by operation.</summary>
    public ConcurrentDictionary<ApiOperation, MockStep> Steps { get; } = new(ReferenceEqualityComparer.Instance);

    private long count;

    /// <summary>A number that was not given before.</summary>
    public long Next() => Interlocked.Increment(ref count);

    public bool Has(string mark) => marks.ContainsKey(mark);

    /// <summary>Remembers a mark, as long as there is room.</summary>
    public void Add(string mark)
    {
        if (marks.Count < MaxKept) marks.TryAdd(mark, 0);
    }
}
