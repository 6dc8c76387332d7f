using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetProject(Guid Id) : IQuery<ProjectView>;

internal sealed class GetProjectHandler(AppDbContext database) : IRequestHandler<GetProject, ProjectView>
{
    public async Task<Outcome<ProjectView>> HandleAsync(GetProject request, CancellationToken cancellationToken) =>
        await database.Set<Project>().Where(project => project.Id == request.Id).Select(ProjectView.FromRow).FirstOrDefaultAsync(cancellationToken)
            is { } view ? view : ProjectErrors.NotFound;
}
