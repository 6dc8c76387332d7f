using IntegrationCopilot.Server.Platform.Door;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>Work for later: a request that the server sends itself, through the same door, as the actor who asked for it.</summary>
/// <remarks>
/// <para>
/// A handler injects it, and stores what a job works on together with the job:
/// </para>
/// <code>
/// database.Add(run);
/// await jobs.SaveAndEnqueueAsync(run.Id, new ExecuteTestRun(run.Id), tenant.Actor, cancellationToken);
/// </code>
/// <para>
/// Jobs survive a restart and run once across the nodes of a cluster. One whose node died is sent again on another,
/// so its handler looks first at how far the work got.
/// The handler's cancellation token ends when the job is cancelled.
/// </para>
/// </remarks>
internal interface IJobs
{
    /// <summary>Stores a job that runs as soon as a node has a hand free.</summary>
    /// <param name="jobId">Its id in the actor's organisation, such as the id of what it works on.</param>
    /// <param name="request">What to send. It is stored as JSON.</param>
    /// <param name="actor">Whom it is sent as.</param>
    /// <param name="cancellationToken">Stops before the job is stored.</param>
    /// <exception cref="InvalidOperationException">The organisation has a job with this id already, or there is a transaction on SQLite.</exception>
    Task EnqueueAsync(Guid jobId, IRequest request, Actor actor, CancellationToken cancellationToken);

    /// <summary>
    /// Saves the changes of the handler's <c>AppDbContext</c> and a job that works on them in one write. On SQLite a server that is killed right after may
    /// run the job twice.
    /// </summary>
    /// <inheritdoc cref="EnqueueAsync" />
    Task SaveAndEnqueueAsync(Guid jobId, IRequest request, Actor actor, CancellationToken cancellationToken);

    /// <summary>Removes a job of the scope's organisation that has not started, and cancels one that runs, on whichever node.</summary>
    /// <returns>Whether there was such a job. One that runs on another node ends within seconds.</returns>
    Task<bool> CancelAsync(Guid jobId, CancellationToken cancellationToken);

    /// <summary>Whether the scope's organisation has a job that waits or runs, on whichever node.</summary>
    Task<bool> ExistsAsync(Guid jobId, CancellationToken cancellationToken);
}
