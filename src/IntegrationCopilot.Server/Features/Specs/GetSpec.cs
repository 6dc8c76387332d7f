using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>A version of an API description: the newest one, unless another is asked for.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetSpec(Guid SpecId, int? Version = null) : IQuery<SpecVersionView>;

internal sealed class GetSpecHandler(SpecLoader specs) : IRequestHandler<GetSpec, SpecVersionView>
{
    public async Task<Outcome<SpecVersionView>> HandleAsync(GetSpec request, CancellationToken cancellationToken) =>
        await specs.Versions(request.SpecId, request.Version).Select(SpecVersionView.FromRow).FirstOrDefaultAsync(cancellationToken) is { } view
            ? view
            : SpecErrors.NotFound;
}
