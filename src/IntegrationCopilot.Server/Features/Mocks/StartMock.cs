using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>
/// Starts the mock of a version of an API description, and starts it again whenever the server does. Starting a running mock changes nothing.
/// </summary>
/// <param name="SpecId">Whose mock.</param>
/// <param name="Version">Of which version; null for the newest.</param>
/// <param name="Seed">Where made-up values come from: the same seed, the same answers. Null for the seed it had last, at first 0.</param>
[RequiresPermission(Permission.MocksRun)]
internal sealed record StartMock(Guid SpecId, int? Version = null, int? Seed = null) : IRequest<MockView>;

internal sealed class StartMockHandler(SpecLoader specs, MockStarter starter) : IRequestHandler<StartMock, MockView>
{
    public async Task<Outcome<MockView>> HandleAsync(StartMock request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { } spec) return SpecErrors.NotFound;
        var started = await starter.StartAsync(spec, request.Seed, cancellationToken);
        return started.IsOk ? MockView.Of(started.Value.Mock, spec.Number, spec.Api.Title, started.Value.Running) : started.Error;
    }
}
