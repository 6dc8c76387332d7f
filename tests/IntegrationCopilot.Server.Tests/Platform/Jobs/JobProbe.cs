using System.Collections.Concurrent;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Tenancy;

namespace IntegrationCopilot.Server.Tests.Platform.Jobs;

/// <summary>A request that tells when it was handled, and waits to be cancelled when asked to.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record Probe(Guid Id, bool Waits = false) : IRequest<Done>;

internal sealed class ProbeHandler(JobProbe probe, TenantContext tenant) : IRequestHandler<Probe, Done>
{
    public async Task<Outcome<Done>> HandleAsync(Probe request, CancellationToken cancellationToken)
    {
        probe.Handled.Enqueue((request.Id, tenant.Actor));
        if (!request.Waits) return Done.Instance;
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.Cancelled.Enqueue(request.Id);
            throw;
        }

        return Done.Instance;
    }
}

/// <summary>What the probes told.</summary>
internal sealed class JobProbe
{
    public ConcurrentQueue<(Guid Id, Actor Actor)> Handled { get; } = [];

    public ConcurrentQueue<Guid> Cancelled { get; } = [];
}
