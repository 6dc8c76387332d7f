using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The test runs of a project, newest first.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListTestRuns(Guid ProjectId, int Skip = 0, int Take = Paging.DefaultTake) : IQuery<Page<TestRunView>>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Page(Skip, Take);
}

internal sealed class ListTestRunsHandler(AppDbContext database) : IRequestHandler<ListTestRuns, Page<TestRunView>>
{
    public async Task<Outcome<Page<TestRunView>>> HandleAsync(ListTestRuns request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        return await database.Set<TestRun>().AsNoTracking()
            .Where(run => run.ProjectId == request.ProjectId)
            .OrderByDescending(run => run.CreatedAt).ThenByDescending(run => run.Id)
            .Select(TestRunView.FromRow)
            .ToPageAsync(request.Skip, request.Take, cancellationToken);
    }
}
