using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>The exchanges of a project, newest first.</summary>
/// <param name="ProjectId">Whose exchanges.</param>
/// <param name="RunId">Only those of this test run.</param>
/// <param name="CaseId">Only those of this golden test.</param>
/// <param name="Search">Text that occurs in method and path of the operation, or in its id.</param>
/// <param name="ErrorsOnly">Only those that ended with an error, or that do not conform to the document.</param>
/// <param name="Skip">Where the part starts.</param>
/// <param name="Take">How many it may have.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListTraces(Guid ProjectId, Guid? RunId = null, string? CaseId = null, string? Search = null, bool ErrorsOnly = false, int Skip = 0,
    int Take = Paging.DefaultTake)
    : IQuery<Page<TraceView>>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Page(Skip, Take);
        errors.Optional("search", Search, 200);
        errors.Optional("caseId", CaseId, StoredTrace.TextMaxLength);
    }
}

internal sealed class ListTracesHandler(AppDbContext database) : IRequestHandler<ListTraces, Page<TraceView>>
{
    public async Task<Outcome<Page<TraceView>>> HandleAsync(ListTraces request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        var traces = database.Set<StoredTrace>().Where(trace => trace.ProjectId == request.ProjectId);
        if (request.RunId is { } run) traces = traces.Where(trace => trace.RunId == run);
        if (request.CaseId is { } test) traces = traces.Where(trace => trace.CaseId == test);
        if (request.ErrorsOnly) traces = traces.Where(trace => trace.IsError || trace.FindingCount > 0);
        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern =
                $"%{search.ToUpperInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            traces = traces.Where(trace => EF.Functions.Like((trace.Method + " " + trace.Endpoint).ToUpper(), pattern, "\\")
                || EF.Functions.Like(trace.OperationId!.ToUpper(), pattern, "\\"));
        }

        return await traces.OrderByDescending(trace => trace.Sequence).Select(TraceView.FromRow).ToPageAsync(request.Skip, request.Take, cancellationToken);
    }
}
