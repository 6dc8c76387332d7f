using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

[RequiresPermission(Permission.ProjectsWrite)]
internal sealed record CreateProject(string? Name, string? Description = null) : IRequest<ProjectView>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Required("name", Name, Project.NameMaxLength);
        errors.Optional("description", Description, Project.DescriptionMaxLength);
    }
}

internal sealed class CreateProjectHandler(AppDbContext database, TimeProvider clock) : IRequestHandler<CreateProject, ProjectView>
{
    public async Task<Outcome<ProjectView>> HandleAsync(CreateProject request, CancellationToken cancellationToken)
    {
        var project = new Project
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = request.Name!.Trim(),
            Description = request.Description?.Trim() ?? "",
            CreatedAt = clock.GetUtcNow(),
        };
        if (await database.Set<Project>().AnyAsync(other => other.NameKey == project.NameKey, cancellationToken)) return ProjectErrors.NameTaken;
        database.Add(project);
        await database.SaveChangesAsync(cancellationToken);
        return ProjectView.Of(project);
    }
}
