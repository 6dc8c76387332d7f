using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>The key that the traces of a project are signed with. Whoever has it can verify, and can sign.</summary>
[RequiresPermission(Permission.TracesReadKey)]
internal sealed record GetTraceKey(Guid ProjectId) : IRequest<TraceKeyView>;

internal sealed class GetTraceKeyHandler(AppDbContext database, TraceKeys keys) : IRequestHandler<GetTraceKey, TraceKeyView>
{
    public async Task<Outcome<TraceKeyView>> HandleAsync(GetTraceKey request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        var chain = await database.Set<ProjectTraceChain>().AsNoTracking()
            .FirstOrDefaultAsync(chain => chain.ProjectId == request.ProjectId, cancellationToken);
        return chain is null ? TraceErrors.None : new TraceKeyView(chain.KeyId, keys.SecretOf(chain));
    }
}

/// <summary>A signing key in the form that <c>integration-copilot trace verify --key-file</c> reads.</summary>
/// <param name="KeyId">The name by which signatures refer to it.</param>
/// <param name="Key">The secret, in base64.</param>
public sealed record TraceKeyView(string KeyId, string Key)
{
    /// <summary>The identifier; never the secret.</summary>
    public override string ToString() => $"{nameof(TraceKeyView)} {KeyId}";
}
