using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>Keeps jobs in Quartz.NET's tables of the server's database.</summary>
internal sealed class QuartzJobs(ISchedulerFactory schedulers, AppDbContext database, TenantContext tenant) : IJobs
{
    public async Task SaveAndEnqueueAsync(Guid jobId, IRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (database.Database.IsSqlite())
        {
            await database.SaveChangesAsync(cancellationToken);
            await EnqueueAsync(jobId, request, actor, cancellationToken);
            return;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await EnqueueAsync(jobId, request, actor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task EnqueueAsync(Guid jobId, IRequest request, Actor actor, CancellationToken cancellationToken)
    {
        // The transaction has SQLite's one write lock and would wait for the scheduler's lock, whose holder waits to write.
        if (database.Database.IsSqlite() && database.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("On SQLite a job is enqueued outside of transactions.");
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<RequestJob>()
            .WithIdentity(KeyOf(jobId, actor.OrganisationId))
            .UsingJobData(StoredRequest.DataKey, StoredRequest.Write(request, actor))
            .RequestRecovery()
            .Build();
        var trigger = TriggerBuilder.Create().WithIdentity(job.Key.Name, job.Key.Group).StartNow().Build();
        try
        {
            // Disposed before the commit, the enlistment would tell the scheduler of a job that it cannot see yet; polling finds it all the same.
            using var enlisted = database.Database.CurrentTransaction is { } transaction ? scheduler.EnlistTransaction(transaction.GetDbTransaction()) : null;
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
        }
        catch (ObjectAlreadyExistsException exception)
        {
            throw new InvalidOperationException($"There is a job {jobId} already.", exception);
        }
    }

    public async Task<bool> CancelAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = OwnKey(jobId);

        // In this order: what is deleted does not start any more, so it has either started or never will.
        var wasDeleted = await scheduler.DeleteJob(key, cancellationToken);
        return await scheduler.Interrupt(key, cancellationToken) || wasDeleted;
    }

    public async Task<bool> ExistsAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.Exists(OwnKey(jobId), cancellationToken);
    }

    private JobKey OwnKey(Guid jobId) =>
        KeyOf(jobId, tenant.OrganisationId ?? throw new InvalidOperationException("Jobs are looked for inside an organisation."));

    private static JobKey KeyOf(Guid jobId, Guid organisationId) => new(jobId.ToString(), organisationId.ToString());
}
