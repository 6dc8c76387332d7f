using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What an API can do, each with the places in its document that say so.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListCapabilities(Guid SpecId, int? Version = null) : IQuery<IReadOnlyList<CapabilityView>>;

internal sealed class ListCapabilitiesHandler(SpecLoader specs) : IRequestHandler<ListCapabilities, IReadOnlyList<CapabilityView>>
{
    public async Task<Outcome<IReadOnlyList<CapabilityView>>> HandleAsync(ListCapabilities request, CancellationToken cancellationToken) =>
        await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is { Api: var api }
            ? Outcome<IReadOnlyList<CapabilityView>>.Ok(api.Capabilities.Select(CapabilityView.Of).ToList())
            : SpecErrors.NotFound;
}
