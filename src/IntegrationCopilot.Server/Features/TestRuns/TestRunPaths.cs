namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Where the pages and files of test runs are.</summary>
internal static class TestRunPaths
{
    /// <summary>The page that lists the runs of a project.</summary>
    public static string Of(Guid projectId) => $"/projects/{projectId}/runs";

    /// <summary>The page of one run, all of its cases or those of one status.</summary>
    public static string OfRun(Guid projectId, Guid runId, string? status = null) =>
        $"/projects/{projectId}/runs/{runId}{(status is null ? "" : $"?status={status}")}";

    public static string ReportOf(Guid runId, string format) => $"/api/v1/runs/{runId}/report?format={format}";
}
