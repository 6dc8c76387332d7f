using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using IntegrationCopilot.Server.Platform.Http;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>All traces of a project as one signed file, which can be verified offline with the project's key.</summary>
[RequiresPermission(Permission.TracesExport)]
internal sealed record ExportTraces(Guid ProjectId) : IRequest<FileDownload>;

internal sealed class ExportTracesHandler(AppDbContext database, TraceFile file) : IRequestHandler<ExportTraces, FileDownload>
{
    public async Task<Outcome<FileDownload>> HandleAsync(ExportTraces request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        var chain = await database.Set<ProjectTraceChain>().AsNoTracking()
            .FirstOrDefaultAsync(chain => chain.ProjectId == request.ProjectId, cancellationToken);
        if (chain is null) return TraceErrors.None;
        return new FileDownload($"traces-{chain.ChainId}.ndjson", "application/x-ndjson", await file.WriteAsync(chain, cancellationToken));
    }
}
