using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Counts what was sent to each operation and what it answered.</summary>
internal sealed class CoverageBook(ApiSpec spec)
{
    private readonly ConcurrentDictionary<ApiOperation, Counts> counts = new(ReferenceEqualityComparer.Instance);

    public void Note(Exchange exchange)
    {
        if (exchange.Operation is { } operation) counts.GetOrAdd(operation, _ => new Counts()).Add(exchange.Response?.Status);
    }

    /// <summary>Every operation of the document, in its order.</summary>
    public IReadOnlyList<OperationCoverage> All() => [.. spec.Operations.Select(Of)];

    private OperationCoverage Of(ApiOperation operation)
    {
        var (requests, answers) = counts.TryGetValue(operation, out var noted) ? noted.Read() : (0, []);
        var seen = answers.Select(answer => operation.FindResponse(answer.Status)?.Status).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new OperationCoverage
        {
            Operation = operation.Id,
            Requests = requests,
            Answers = answers,
            Described = [.. operation.Responses.Select(response => new DescribedStatus(response.Status, seen.Contains(response.Status)))],
        };
    }

    private sealed class Counts
    {
        private readonly SortedDictionary<int, int> answers = [];
        private readonly Lock gate = new();
        private int requests;

        public void Add(int? status)
        {
            lock (gate)
            {
                requests++;
                if (status is { } code) answers[code] = answers.GetValueOrDefault(code) + 1;
            }
        }

        public (int Requests, IReadOnlyList<StatusCount> Answers) Read()
        {
            lock (gate) return (requests, [.. answers.Select(pair => new StatusCount(pair.Key, pair.Value))]);
        }
    }
}
