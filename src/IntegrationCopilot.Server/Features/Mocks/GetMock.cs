using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Mocks;

[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetMock(Guid Id) : IQuery<MockView>;

internal sealed class GetMockHandler(AppDbContext database, MockHost host) : IRequestHandler<GetMock, MockView>
{
    public async Task<Outcome<MockView>> HandleAsync(GetMock request, CancellationToken cancellationToken) =>
        await database.Set<Mock>().AsNoTracking().Where(mock => mock.Id == request.Id).Select(MockRow.FromRow).FirstOrDefaultAsync(cancellationToken) is { } row
            ? row.ToView(host)
            : MockErrors.NotFound;
}
