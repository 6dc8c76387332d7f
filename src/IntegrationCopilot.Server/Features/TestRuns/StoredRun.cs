using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>A stored run in the form that reports are written from.</summary>
internal static class StoredRun
{
    public static RunResult ResultOf(TestRunView run, IEnumerable<StoredCase> cases) => new()
    {
        RunId = run.Id.ToString(),
        Title = run.Title,
        Environment = run.Environment.ToString().ToUpperInvariant(),
        BaseUrl = run.BaseUrl ?? "",
        StartedAt = run.StartedAt ?? run.CreatedAt,
        Duration = TimeSpan.FromMilliseconds(run.DurationMs ?? 0),
        Seed = run.Seed,
        IsCancelled = run.Status != "COMPLETED",
        Cases = [.. cases.Select(CaseOf)],
    };

    private static CaseResult CaseOf(StoredCase row)
    {
        var evidence = CaseEvidence.FromJson(row.Evidence);
        return new CaseResult
        {
            Id = row.CaseId,
            Name = row.Name,
            Category = row.Category,
            Operation = row.Operation,
            Status = row.Status,
            Reason = row.Reason,
            Cause = evidence.Cause,
            Setting = row.Setting,
            Duration = TimeSpan.FromMilliseconds(row.DurationMs),
            Assertions = [.. evidence.Assertions.Select(assertion => new AssertionResult(assertion.Description, assertion.Found, assertion.Message, []))],
            TraceIds = [.. evidence.TraceIds.Select(id => id.ToString())],
        };
    }
}
