using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>
/// Tells the scheduler of jobs whose server was killed, or whose scheduler was away, right after they were stored: when the server starts and every half a
/// minute.
/// </summary>
internal sealed class OutboxDrain(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxDrain> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>So long the request that stored a job has for telling the scheduler itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Tells the scheduler of every job that was stored before a moment.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DrainAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(before, cancellationToken);
        foreach (var job in waiting)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(job.OrganisationId);
            await scope.ServiceProvider.GetRequiredService<QuartzJobs>().HandOverAsync(job, cancellationToken);
            logger.LogWarning("Job {Job} was stored and its scheduler did not know of it; it does now", job.Id);
        }

        return waiting.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var before = clock.GetUtcNow();
        do
        {
            try
            {
                await DrainAsync(before, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Jobs that wait for the scheduler could not be handed over; this is tried again in {Interval}", Interval);
            }

            before = clock.GetUtcNow() + Interval - Grace;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<OutboxJob>> WaitingAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        // The server looks for all organisations; each job is then handed over in a scope of its own.
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<OutboxJob>().IgnoreQueryFilters([AppDbContext.TenantFilter]).AsNoTracking()
            .Where(job => job.CreatedAt < before).OrderBy(job => job.CreatedAt).ToListAsync(cancellationToken);
    }
}
