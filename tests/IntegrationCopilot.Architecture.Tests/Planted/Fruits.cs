using IntegrationCopilot.Architecture.Tests.Planted.Features.Trees;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Architecture.Tests.Planted.Features.Fruits;

[RequiresPermission(Permission.ProjectsRead)]
internal sealed record PickFruit : IRequest<Done>;

internal sealed class PickFruitHandler : IRequestHandler<PickFruit, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PickFruit request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return new Tree().OrganisationId == Guid.Empty ? Done.Instance : OutcomeError.Forbidden();
    }
}
