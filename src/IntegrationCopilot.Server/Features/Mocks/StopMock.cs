using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>Stops a mock. Its row and its port are kept, and stopping it again changes nothing.</summary>
[RequiresPermission(Permission.MocksRun)]
internal sealed record StopMock(Guid Id) : IRequest<Done>;

internal sealed class StopMockHandler(AppDbContext database, MockHost host) : IRequestHandler<StopMock, Done>
{
    public async Task<Outcome<Done>> HandleAsync(StopMock request, CancellationToken cancellationToken)
    {
        if (await database.Set<Mock>().FirstOrDefaultAsync(mock => mock.Id == request.Id, cancellationToken) is not { } mock) return MockErrors.NotFound;
        (mock.ShouldRun, mock.Failure) = (false, null);
        await database.SaveChangesAsync(cancellationToken);
        await host.StopAsync(mock.Id);
        return Done.Instance;
    }
}
