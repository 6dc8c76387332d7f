using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>Checks every signature of a project's traces, and that none is missing, added or out of place.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record VerifyTraces(Guid ProjectId) : IQuery<ChainVerdict>;

internal sealed class VerifyTracesHandler(AppDbContext database, TraceKeys keys, TraceFile file) : IRequestHandler<VerifyTraces, ChainVerdict>
{
    public async Task<Outcome<ChainVerdict>> HandleAsync(VerifyTraces request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        var chain = await database.Set<ProjectTraceChain>().AsNoTracking()
            .FirstOrDefaultAsync(chain => chain.ProjectId == request.ProjectId, cancellationToken);
        if (chain is null) return TraceErrors.None;
        await using var written = await file.WriteAsync(chain, cancellationToken);
        var verification = await Task.Run(() => TraceVerifier.VerifyAsync(written, [keys.Open(chain)], cancellationToken), cancellationToken);
        return ChainVerdict.Of(chain, verification);
    }
}
