using IntegrationCopilot.Architecture.Tests.Planted.Features.Fruits;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Architecture.Tests.Planted.Features.Trees;

internal sealed class Tree : ITenantOwned
{
    public Guid OrganisationId { get; init; }
}

[RequiresPermission(Permission.ProjectsRead)]
internal sealed record WaterTree : IRequest<Done>;

internal sealed class WaterTreeHandler : IRequestHandler<WaterTree, Done>
{
    public async Task<Outcome<Done>> HandleAsync(WaterTree request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var handler = new PickFruitHandler();
        Func<object> read = () => ((IHttpContextAccessor)new HttpContextAccessor()).HttpContext!;
        return read() == handler ? Done.Instance : OutcomeError.Forbidden();
    }
}
