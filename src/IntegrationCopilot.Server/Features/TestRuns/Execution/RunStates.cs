using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The only writer of what changes about a run. Each change names the state it starts from, so that of two that come at once one is lost.</summary>
/// <remarks>Nothing here can be cancelled: how a run ended is recorded even when nobody waits for it any more.</remarks>
internal sealed class RunStates(AppDbContext database, TimeProvider clock)
{
    /// <summary>A queued run begins.</summary>
    /// <returns>Whether it was queued.</returns>
    public async Task<bool> BeginAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        return await Runs(id, RunStatus.Queued)
            .ExecuteUpdateAsync(update => update.SetProperty(run => run.Status, RunStatus.Running).SetProperty(run => run.StartedAt, now)) > 0;
    }

    /// <summary>Where the run turned out to go.</summary>
    public Task NoteBaseUrlAsync(Guid id, Uri baseUrl)
    {
        var address = baseUrl.AbsoluteUri;
        return Runs(id, RunStatus.Running).ExecuteUpdateAsync(update => update.SetProperty(run => run.BaseUrl, address));
    }

    public Task NoteProgressAsync(Guid id, RunProgress progress, RunTotals totals)
    {
        var latest = progress.Latest?.Name;
        return Runs(id, RunStatus.Running).ExecuteUpdateAsync(update => update
            .SetProperty(run => run.CasesToRun, progress.Total)
            .SetProperty(run => run.CasesDone, progress.Done)
            .SetProperty(run => run.LatestCase, run => latest ?? run.LatestCase)
            .SetProperty(run => run.Passed, totals.Pass)
            .SetProperty(run => run.Failed, totals.Fail)
            .SetProperty(run => run.Warned, totals.Warn)
            .SetProperty(run => run.WithoutVerdict, totals.NoVerdict)
            .SetProperty(run => run.Errors, totals.Error)
            .SetProperty(run => run.Skipped, totals.Skip)
            .SetProperty(run => run.NotApplicable, totals.NotApplicable));
    }

    public Task NoteCancelAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        return Runs(id, RunStatus.Running).ExecuteUpdateAsync(update => update.SetProperty(run => run.CancelRequestedAt, run => run.CancelRequestedAt ?? now));
    }

    /// <summary>A run is over, and what it was given is gone.</summary>
    /// <param name="id">Which.</param>
    /// <param name="from">What it was.</param>
    /// <param name="to">What it is now.</param>
    /// <param name="failure">Why, unless it came to its own end.</param>
    /// <returns>Whether it was what it should have been.</returns>
    public async Task<bool> EndAsync(Guid id, RunStatus from, RunStatus to, string? failure = null)
    {
        var now = clock.GetUtcNow();
        var reason = failure?.Length > TestRun.FailureMaxLength ? failure[..TestRun.FailureMaxLength] : failure;
        return await Runs(id, from).ExecuteUpdateAsync(update => update
            .SetProperty(run => run.Status, to)
            .SetProperty(run => run.Slot, (int?)null)
            .SetProperty(run => run.FinishedAt, now)
            .SetProperty(run => run.Failure, reason)
            .SetProperty(run => run.ProtectedInputs, (string?)null)) > 0;
    }

    private IQueryable<TestRun> Runs(Guid id, RunStatus status) => database.Set<TestRun>().Where(run => run.Id == id && run.Status == status);
}
