namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>Where the pages and files of traces are.</summary>
internal static class TracePaths
{
    /// <summary>The page that lists the traces of a project, all or those of one run.</summary>
    public static string Of(Guid projectId, Guid? runId = null) => $"/projects/{projectId}/traces{(runId is { } run ? $"?run={run}" : "")}";

    /// <summary>The page of one trace.</summary>
    public static string OfTrace(Guid projectId, Guid traceId) => $"/projects/{projectId}/traces/{traceId}";

    public static string FileOf(Guid projectId) => $"/api/v1/projects/{projectId}/traces/file";

    public static string KeyOf(Guid projectId) => $"/api/v1/projects/{projectId}/traces/key";
}
