using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>Starts the mocks again that ran when the server was stopped.</summary>
internal sealed class MockRestart(IServiceScopeFactory scopes, MockHost host, TimeProvider clock, ILogger<MockRestart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (organisationId, mockId) in await DueAsync(stoppingToken))
        {
            try
            {
                await StartAsync(organisationId, mockId, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The mock {MockId} could not be started again", mockId);
            }
        }
    }

    private async Task<List<(Guid OrganisationId, Guid MockId)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        // The server starts for all organisations; each mock is then started in a scope of its own.
        var due = await database.Set<Mock>().IgnoreQueryFilters([AppDbContext.TenantFilter]).Where(mock => mock.ShouldRun)
            .OrderByDescending(mock => mock.StartedAt).Select(mock => new { mock.OrganisationId, mock.Id }).ToListAsync(cancellationToken);
        return due.Select(mock => (mock.OrganisationId, mock.Id)).ToList();
    }

    private async Task StartAsync(Guid organisationId, Guid mockId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(organisationId);
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var mock = await database.Set<Mock>().SingleAsync(mock => mock.Id == mockId, cancellationToken);
        var version = await database.Set<SpecVersion>().Where(version => version.Id == mock.SpecVersionId).Select(version => version.Number)
            .SingleAsync(cancellationToken);
        var spec = await scope.ServiceProvider.GetRequiredService<SpecLoader>().LoadAsync(mock.SpecId, version, cancellationToken);
        var started = await host.StartAsync(mock.Id, spec!.Api, mock.Port, mock.Seed, cancellationToken);
        if (started.IsOk) mock.NoteStart(started.Value.Server.BaseUrl.Port, clock.GetUtcNow());
        else mock.NoteFailure(started.Error.Message);
        await database.SaveChangesAsync(cancellationToken);
    }
}
