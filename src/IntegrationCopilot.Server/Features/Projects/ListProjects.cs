using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>The projects of the organisation, newest first: those in use, or the archived ones.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListProjects(bool Archived = false, int Skip = 0, int Take = Paging.DefaultTake) : IQuery<Page<ProjectView>>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Page(Skip, Take);
}

internal sealed class ListProjectsHandler(AppDbContext database) : IRequestHandler<ListProjects, Page<ProjectView>>
{
    public async Task<Outcome<Page<ProjectView>>> HandleAsync(ListProjects request, CancellationToken cancellationToken) =>
        await database.Set<Project>().AsNoTracking()
            .Where(project => project.ArchivedAt != null == request.Archived)
            .OrderByDescending(project => project.CreatedAt).ThenBy(project => project.Id)
            .Select(ProjectView.FromRow)
            .ToPageAsync(request.Skip, request.Take, cancellationToken);
}
