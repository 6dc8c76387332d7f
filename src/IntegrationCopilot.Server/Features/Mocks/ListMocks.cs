using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>The mocks of a project that were ever started, the one started last first.</summary>
/// <param name="ProjectId">Whose mocks.</param>
/// <param name="SpecId">Only those of this description's versions.</param>
/// <param name="Skip">Where the part starts.</param>
/// <param name="Take">How many it may have.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListMocks(Guid ProjectId, Guid? SpecId = null, int Skip = 0, int Take = Paging.DefaultTake) : IQuery<Page<MockView>>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Page(Skip, Take);
}

internal sealed class ListMocksHandler(AppDbContext database, MockHost host) : IRequestHandler<ListMocks, Page<MockView>>
{
    public async Task<Outcome<Page<MockView>>> HandleAsync(ListMocks request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        var rows = await database.Set<Mock>().AsNoTracking()
            .Where(mock => mock.ProjectId == request.ProjectId && (request.SpecId == null || mock.SpecId == request.SpecId))
            .OrderByDescending(mock => mock.StartedAt).ThenBy(mock => mock.Id)
            .Select(MockRow.FromRow)
            .ToPageAsync(request.Skip, request.Take, cancellationToken);
        return new Page<MockView>(rows.Items.Select(row => row.ToView(host)).ToList(), rows.Total);
    }
}
