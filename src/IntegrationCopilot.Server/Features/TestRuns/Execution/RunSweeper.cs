using IntegrationCopilot.Server.Platform.Jobs;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>
/// Ends runs that nobody works on: a server was killed between saving one and storing its job, or the database was away when one came to its end. Its slot and
/// its credentials are free again.
/// </summary>
internal sealed class RunSweeper(
    IServiceScopeFactory scopes, RunsHere here, IOptions<TestRunSettings> settings, TimeProvider clock, ILogger<RunSweeper> logger) : BackgroundService
{
    /// <summary>Saving a run and storing its job may be two writes.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Ends the runs of every organisation that wait or run and have no job.</summary>
    /// <returns>How many it ended.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var (organisationId, id, status) in await OpenAsync(cancellationToken))
        {
            if (here.Contains(id)) continue;
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(organisationId);
            if (await scope.ServiceProvider.GetRequiredService<IJobs>().ExistsAsync(id, cancellationToken)) continue;
            var states = scope.ServiceProvider.GetRequiredService<RunStates>();
            if (!await states.EndAsync(id, status, RunStatus.Interrupted, TextOf(status))) continue;
            logger.LogWarning("The test run {RunId} was {Status} and nobody worked on it; it is interrupted now", id, status);
            ended++;
        }

        return ended;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.SweepInterval, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Runs that nobody works on could not be looked for; they are looked for again in {Interval}",
                    settings.Value.SweepInterval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static string TextOf(RunStatus status) => status == RunStatus.Queued
        ? "The server stopped before this run began. Start it again."
        : "The server stopped, or could not store how this run ended. Start it again.";

    private async Task<List<(Guid OrganisationId, Guid Id, RunStatus Status)>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var latest = clock.GetUtcNow() - Grace;

        // The server looks for all organisations; each run is then ended in a scope of its own.
        var open = await database.Set<TestRun>().IgnoreQueryFilters([AppDbContext.TenantFilter])
            .Where(run => (run.Status == RunStatus.Queued || run.Status == RunStatus.Running) && run.CreatedAt < latest)
            .Select(run => new { run.OrganisationId, run.Id, run.Status }).ToListAsync(cancellationToken);
        return [.. open.Select(run => (run.OrganisationId, run.Id, run.Status))];
    }
}
