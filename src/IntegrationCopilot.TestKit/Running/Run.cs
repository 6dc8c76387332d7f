using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>One run of a suite, from its first request to its result.</summary>
internal sealed class Run(RunContext context, GoldenTestSuite suite)
{
    private readonly CaseResult?[] results = new CaseResult?[suite.Tests.Count];
    private readonly Lock gate = new();
    private int total;
    private int done;

    public async Task<RunResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var clock = context.Options.Clock;
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        var plans = Plan();
        using var activity = RunTelemetry.Source.StartActivity("run");
        context.Observer.Begun(context.RunId, plans.Count);
        context.Options.Progress?.Report(new RunProgress(total, 0, null));
        await RunCasesAsync(plans, cancellationToken);
        var (left, refused) = await new CleanUp(context, suite.Producers).RunAsync();
        await context.Deliveries.DisposeAsync();
        var redactor = context.RedactorFor([]);
        var result = new RunResult
        {
            RunId = context.RunId,
            Title = suite.Title,
            Environment = context.Target.Environment.ToString().ToUpperInvariant(),
            BaseUrl = redactor.Redact(context.Target.BaseUrl.AbsoluteUri),
            StartedAt = startedAt,
            Duration = clock.GetElapsedTime(start),
            Seed = suite.Seed,
            IsCancelled = cancellationToken.IsCancellationRequested && results.Any(result => result is null),
            Left = left,
            Coverage = context.Coverage.All(),
            Missing = context.Missing.All,
            Document = DocumentPlaces.Of(context.Spec),
            Exchanges = context.Exchanges?.All ?? [],
            Cases = [.. suite.Tests.Select((test, index) => results[index] is { } result
                ? Placed(RefusalFindings.In(result, refused, redactor)) : CaseResults.Skip(test, "The run was cancelled before this case was done."))],
        };
        context.Observer.Ended(result);
        return result;
    }

    private CaseResult Placed(CaseResult result) =>
        result.Cause is { Place: null } cause ? result with { Cause = DocumentPlaces.In(cause, context.Spec) } : result;

    private List<(int Index, CasePlan Plan)> Plan()
    {
        var running = new List<(int, CasePlan)>();
        foreach (var (index, plan) in CasePlans.Of(suite, context).Index())
        {
            if (plan.Settled is { } result) results[index] = result;
            else running.Add((index, plan));
        }

        total = running.Count;
        return running;
    }

    /// <summary>Cancellation ends the loop, not the run: what is done by then is the result.</summary>
    private async Task RunCasesAsync(List<(int Index, CasePlan Plan)> plans, CancellationToken cancellationToken)
    {
        if (plans.Count == 0) return;
        try
        {
            var preflight = await new Preflight(context).TryAsync(plans.Select(plan => plan.Plan.Test), cancellationToken);
            var provoking = plans.ToLookup(plan => !context.IsMock && plan.Plan.Test.Reach == GoldenTestReach.LimitsProvoked);
            foreach (var wave in CaseWaves.Of([.. provoking[false]], plan => plan.Plan.Test, context))
            {
                var waits = wave.ToLookup(plan => context.IsMock && DeliberateWaits.In(plan.Plan.Test));
                await Task.WhenAll(SideBySideAsync(waits[false], context.Options.MaxConcurrency), SideBySideAsync(waits[true], DeliberateWaits.SideBySide));
            }

            await SideBySideAsync(provoking[true], 1);

            Task SideBySideAsync(IEnumerable<(int Index, CasePlan Plan)> some, int most) => Parallel.ForEachAsync(some,
                new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellationToken },
                async (plan, cancel) => Settle(plan.Index, await new CaseRun(context, plan.Plan, preflight).ExecuteAsync(cancel)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private void Settle(int index, CaseResult result)
    {
        lock (gate)
        {
            results[index] = result;
            context.Options.Progress?.Report(new RunProgress(total, ++done, result));
        }
    }
}
