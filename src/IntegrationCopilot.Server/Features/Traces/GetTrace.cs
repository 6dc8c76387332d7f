using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>One exchange: request, response, findings, and whether its signature holds.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetTrace(Guid Id) : IQuery<TraceDetails>;

internal sealed class GetTraceHandler(AppDbContext database, TraceKeys keys) : IRequestHandler<GetTrace, TraceDetails>
{
    public async Task<Outcome<TraceDetails>> HandleAsync(GetTrace request, CancellationToken cancellationToken)
    {
        if (await database.Set<StoredTrace>().AsNoTracking().FirstOrDefaultAsync(trace => trace.Id == request.Id, cancellationToken) is not { } row)
            return TraceErrors.NotFound;
        var chain = await database.Set<ProjectTraceChain>().AsNoTracking().SingleAsync(chain => chain.ProjectId == row.ProjectId, cancellationToken);
        var holds = TraceChain.Verify(row.Line, keys.Open(chain));
        return TraceDetails.Of(row, TraceChain.Read(row.Line), holds, chain.KeyId);
    }
}
