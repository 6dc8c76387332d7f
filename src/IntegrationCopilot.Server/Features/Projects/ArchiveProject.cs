using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>Puts a project away. Nothing of it is lost, and archiving it again changes nothing.</summary>
[RequiresPermission(Permission.ProjectsArchive)]
internal sealed record ArchiveProject(Guid Id) : IRequest<Done>;

internal sealed class ArchiveProjectHandler(AppDbContext database, TimeProvider clock) : IRequestHandler<ArchiveProject, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ArchiveProject request, CancellationToken cancellationToken)
    {
        var project = await database.Set<Project>().FirstOrDefaultAsync(project => project.Id == request.Id, cancellationToken);
        if (project is null) return ProjectErrors.NotFound;
        project.ArchivedAt ??= clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }
}
