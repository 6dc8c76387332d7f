using IntegrationCopilot.MockGen;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What is known of a run so far, and what of it is still to be stored.</summary>
internal sealed class RunBook(TestRun run, GoldenTestSuite suite)
{
    private readonly Dictionary<string, int> _places = suite.Tests.Index().ToDictionary(test => test.Item.Id, test => test.Index, StringComparer.Ordinal);
    private readonly List<CaseResult> _results = [];

    public TestRun Run => run;

    public RunProgress Progress { get; private set; } = new(0, 0, null);

    public RunTotals Totals => RunTotals.Of(_results);

    /// <summary>Takes note of steps forward.</summary>
    /// <returns>The results among them.</returns>
    public IReadOnlyList<StoredCase> Take(IEnumerable<RunProgress> steps)
    {
        var rows = new List<StoredCase>();
        foreach (var step in steps)
        {
            Progress = step;
            if (step.Latest is { } result) rows.Add(Row(result));
        }

        return rows;
    }

    /// <summary>Takes note of the end.</summary>
    /// <returns>The results nobody told of before: of cases that did not run.</returns>
    public IReadOnlyList<StoredCase> Rest(RunResult result)
    {
        var known = _results.Select(known => known.Id).ToHashSet(StringComparer.Ordinal);
        return [.. result.Cases.Where(rest => !known.Contains(rest.Id)).Select(Row)];
    }

    private StoredCase Row(CaseResult result)
    {
        _results.Add(result);
        return new StoredCase
        {
            Id = Guid.NewGuid(),
            RunId = run.Id,
            Position = _places[result.Id],
            CaseId = result.Id,
            Name = result.Name,
            Category = result.Category,
            Operation = result.Operation,
            Status = result.Status,
            Reason = result.Reason,
            Setting = result.Setting,
            DurationMs = result.Duration.TotalMilliseconds,
            Evidence = CaseEvidence.Of(result).ToJson(),
        };
    }
}
