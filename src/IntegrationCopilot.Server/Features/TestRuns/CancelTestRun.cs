using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Jobs;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Stops a test run. What is done by then is kept; cancelling a run that is over changes nothing.</summary>
[RequiresPermission(Permission.TestRunsStart)]
internal sealed record CancelTestRun(Guid Id) : IRequest<Done>;

internal sealed class CancelTestRunHandler(AppDbContext database, IJobs jobs, RunStates states, RunsHere here) : IRequestHandler<CancelTestRun, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CancelTestRun request, CancellationToken cancellationToken)
    {
        if (!await database.Set<TestRun>().AnyAsync(run => run.Id == request.Id, cancellationToken)) return TestRunErrors.NotFound;

        // The job first: after that a queued run does not begin any more, and a running one has been told to stop.
        var hadJob = await jobs.CancelAsync(request.Id, cancellationToken);
        if (await states.EndAsync(request.Id, RunStatus.Queued, RunStatus.Cancelled)) return Done.Instance;
        if (hadJob || here.Contains(request.Id)) await states.NoteCancelAsync(request.Id);
        else await states.EndAsync(request.Id, RunStatus.Running, RunStatus.Cancelled, "The server it ran on was gone.");
        return Done.Instance;
    }
}
