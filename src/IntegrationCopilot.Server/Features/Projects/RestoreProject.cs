using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>Takes an archived project back into use.</summary>
[RequiresPermission(Permission.ProjectsArchive)]
internal sealed record RestoreProject(Guid Id) : IRequest<Done>;

internal sealed class RestoreProjectHandler(AppDbContext database) : IRequestHandler<RestoreProject, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RestoreProject request, CancellationToken cancellationToken)
    {
        var project = await database.Set<Project>().FirstOrDefaultAsync(project => project.Id == request.Id, cancellationToken);
        if (project is null) return ProjectErrors.NotFound;
        project.ArchivedAt = null;
        await database.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }
}
