using System.Linq.Expressions;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>A project as callers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, unique in the organisation whatever the case.</param>
/// <param name="Description">What it is about; may be empty.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ArchivedAt">When it was put away; null while it is in use.</param>
public sealed record ProjectView(Guid Id, string Name, string Description, DateTimeOffset CreatedAt, DateTimeOffset? ArchivedAt)
{
    /// <summary>The view as a part of a query, so that only its columns are read.</summary>
    internal static readonly Expression<Func<Project, ProjectView>> FromRow =
        project => new ProjectView(project.Id, project.Name, project.Description, project.CreatedAt, project.ArchivedAt);

    internal static ProjectView Of(Project project) => new(project.Id, project.Name, project.Description, project.CreatedAt, project.ArchivedAt);
}
