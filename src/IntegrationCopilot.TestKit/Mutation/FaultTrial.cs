using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Runs a suite against mocks with and without a fault.</summary>
internal sealed class FaultTrial(ApiSpec spec, int seed)
{
    /// <summary>Runs a suite against a mock with a fault; without one when it is null.</summary>
    public async Task<TrialRun> RunAsync(GoldenTestSuite suite, MockFault? fault, CancellationToken cancellationToken)
    {
        await using var inbox = await LocalDeliveryInbox.StartAsync(cancellationToken: cancellationToken);
        using var invoker = LoopbackInvoker.Create();
        var options = new MockServerOptions
        {
            Seed = seed,
            Faults = fault is null ? [] : [new FaultInjection(fault)],
            Deliveries = new DeliveryOptions { Invoker = invoker, Address = inbox.Address },
        };
        await using var mock = await MockServer.StartAsync(spec, options, cancellationToken);
        using var client = TestRunner.CreateClient();
        var requests = 0;
        var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock), new RunOptions
        {
            Seed = seed,
            RequestTimeout = TimeSpan.FromSeconds(5),
            MaxRetryAfter = TimeSpan.FromSeconds(5),
            RunId = $"mutation-{seed}",
            Inbox = inbox,
            DeliveryTimeout = TimeSpan.FromSeconds(5),
            OnTrace = (_, _) =>
            {
                Interlocked.Increment(ref requests);
                return Task.CompletedTask;
            },
        }, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new TrialRun(result, requests);
    }
}

/// <summary>A run of the suite against one mock.</summary>
/// <param name="Result">What it came to.</param>
/// <param name="Requests">Requests sent.</param>
internal sealed record TrialRun(RunResult Result, int Requests)
{
    /// <summary>Whether most cases that passed in another run got no answer in this one.</summary>
    public bool IsSpoiledBeside(TrialRun baseline)
    {
        var run = Result.Cases.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return 2 * Changed(baseline, CaseStatus.Error).Count() > baseline.Result.Cases.Count(item => item.Status == CaseStatus.Pass && run.Contains(item.Id));
    }

    /// <summary>Cases that passed in another run and have one of some statuses in this one.</summary>
    public IEnumerable<string> Changed(TrialRun baseline, params CaseStatus[] to)
    {
        var passed = baseline.Result.Cases.Where(item => item.Status == CaseStatus.Pass).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return Result.Cases.Where(item => to.Contains(item.Status) && passed.Contains(item.Id)).Select(item => item.Id);
    }
}
