using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>Changes the name and the description of a project.</summary>
[RequiresPermission(Permission.ProjectsWrite)]
internal sealed record RenameProject(Guid Id, string? Name, string? Description = null) : IRequest<ProjectView>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Required("name", Name, Project.NameMaxLength);
        errors.Optional("description", Description, Project.DescriptionMaxLength);
    }
}

internal sealed class RenameProjectHandler(AppDbContext database) : IRequestHandler<RenameProject, ProjectView>
{
    public async Task<Outcome<ProjectView>> HandleAsync(RenameProject request, CancellationToken cancellationToken)
    {
        var project = await database.Set<Project>().FirstOrDefaultAsync(project => project.Id == request.Id, cancellationToken);
        if (project is null) return ProjectErrors.NotFound;
        project.Name = request.Name!.Trim();
        project.Description = request.Description?.Trim() ?? "";
        if (await database.Set<Project>().AnyAsync(other => other.Id != project.Id && other.NameKey == project.NameKey, cancellationToken))
            return ProjectErrors.NameTaken;
        await database.SaveChangesAsync(cancellationToken);
        return ProjectView.Of(project);
    }
}
