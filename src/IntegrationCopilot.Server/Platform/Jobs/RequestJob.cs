using System.Diagnostics;
using IntegrationCopilot.Server.Platform.Door;
using Quartz;

namespace IntegrationCopilot.Server.Platform.Jobs;

/// <summary>Sends a stored request through the door. How it ended is in the log and, as for every request, in the audit.</summary>
internal sealed class RequestJob(Dispatcher dispatcher, RequestCatalog catalog, ILogger<RequestJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var activity = new Activity(nameof(RequestJob)).Start();
        var name = context.JobDetail.Key.Name;
        try
        {
            var (request, actor) = StoredRequest.Read((string)context.MergedJobDataMap[StoredRequest.DataKey]!, catalog);
            var outcome = await dispatcher.SendAsync(actor, request, cancellationToken);
            if (outcome.Error is { } error) logger.LogWarning("Job {Job} ({Request}) was refused: {Code}", name, request.GetType().Name, error.Code);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("Job {Job} was cancelled", name);
        }
        catch (Exception exception)
        {
            // A job that failed is over: what it worked on says so, and nobody is there to throw to.
            logger.LogError(exception, "Job {Job} failed", name);
        }
    }
}
