using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Projects;

/// <summary>What other features ask about the project they work in.</summary>
internal static class ProjectChecks
{
    /// <summary>Why nothing may be added to a project: it does not exist, or it is archived; null when it is in use.</summary>
    public static async Task<OutcomeError?> RefusalToChangeAsync(this AppDbContext database, Guid projectId, CancellationToken cancellationToken)
    {
        var archived = await database.Set<Project>().Where(project => project.Id == projectId).Select(project => (bool?)(project.ArchivedAt != null))
            .FirstOrDefaultAsync(cancellationToken);
        return archived switch { null => ProjectErrors.NotFound, true => ProjectErrors.Archived, false => null };
    }

    /// <summary>Whether the organisation has the project, archived or not.</summary>
    public static Task<bool> HasProjectAsync(this AppDbContext database, Guid projectId, CancellationToken cancellationToken) =>
        database.Set<Project>().AnyAsync(project => project.Id == projectId, cancellationToken);
}
