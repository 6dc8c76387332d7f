using System.Data.Common;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>
/// Keeps jobs in Quartz.NET's tables of the server's database. On SQLite, where the scheduler cannot take part in a transaction, a job is first stored in an
/// outbox with what it works on, and handed over afterwards: by whoever stored it, or by <see cref="OutboxDrain"/>.
/// </summary>
internal sealed class QuartzJobs(
    ISchedulerFactory schedulers, AppDbContext database, TenantContext tenant, TimeProvider clock, ILogger<QuartzJobs> logger) : IJobs
{
    public async Task SaveAndEnqueueAsync(Guid jobId, IRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (database.Database.IsSqlite())
        {
            await SaveAndHandOverAsync(new OutboxJob { Id = jobId, Request = StoredRequest.Write(request, actor), CreatedAt = clock.GetUtcNow() },
                cancellationToken);
            return;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await EnqueueAsync(jobId, request, actor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Tells the scheduler of a job of the outbox, and takes it out.</summary>
    public async Task HandOverAsync(OutboxJob job, CancellationToken cancellationToken)
    {
        try
        {
            await ScheduleAsync(job.Id, job.OrganisationId, job.Request, cancellationToken);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is ObjectAlreadyExistsException)
        {
            logger.LogDebug("The scheduler knows of job {Job} already", job.Id);
        }

        await database.Set<OutboxJob>().Where(row => row.Id == job.Id).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task EnqueueAsync(Guid jobId, IRequest request, Actor actor, CancellationToken cancellationToken)
    {
        // The transaction has SQLite's one write lock and would wait for the scheduler's lock, whose holder waits to write.
        if (database.Database.IsSqlite() && database.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("On SQLite a job is enqueued outside of transactions.");
        await ScheduleAsync(jobId, actor.OrganisationId, StoredRequest.Write(request, actor), cancellationToken);
    }

    public async Task<bool> CancelAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var waited = await Waiting(jobId).ExecuteDeleteAsync(cancellationToken) > 0;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = OwnKey(jobId);

        // In this order: what is deleted does not start any more, so it has either started or never will.
        var wasDeleted = await scheduler.DeleteJob(key, cancellationToken);
        return await scheduler.Interrupt(key, cancellationToken) || wasDeleted || waited;
    }

    public async Task<bool> ExistsAsync(Guid jobId, CancellationToken cancellationToken)
    {
        if (await Waiting(jobId).AnyAsync(cancellationToken)) return true;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.Exists(OwnKey(jobId), cancellationToken);
    }

    private IQueryable<OutboxJob> Waiting(Guid jobId) => database.Set<OutboxJob>().Where(job => job.Id == jobId);

    private async Task SaveAndHandOverAsync(OutboxJob job, CancellationToken cancellationToken)
    {
        database.Add(job);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The handler may try again with a job of the same id.
            database.Entry(job).State = EntityState.Detached;
            throw;
        }

        try
        {
            // From here on the job is promised, whether the caller waits or not.
            await HandOverAsync(job, CancellationToken.None);
        }
        catch (Exception exception) when (exception is SchedulerException or DbException)
        {
            logger.LogWarning(exception, "The scheduler could not be told of job {Job}; this is tried again", job.Id);
        }
    }

    private async Task ScheduleAsync(Guid jobId, Guid organisationId, string request, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<RequestJob>()
            .WithIdentity(KeyOf(jobId, organisationId))
            .UsingJobData(StoredRequest.DataKey, request)
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

    private JobKey OwnKey(Guid jobId) =>
        KeyOf(jobId, tenant.OrganisationId ?? throw new InvalidOperationException("Jobs are looked for inside an organisation."));

    private static JobKey KeyOf(Guid jobId, Guid organisationId) => new(jobId.ToString(), organisationId.ToString());
}
