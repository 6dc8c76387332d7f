using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Measures which faults of an API its golden tests find: the suite runs against a mock of the API that is given one fault after the other.</summary>
/// <remarks>
/// A fault counts only when it is applicable, which is computed and never declared: a fixed set of requests, made from the document alone and not from the
/// tests, gets another status, header, body or delivery from the mock with the fault than from the mock without. A case finds a fault when it fails or warns
/// with it and passes without. The tests that ask the operation in whose answer a fault shows are tried first, and the others only when none of them finds it.
/// </remarks>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class MutationTester
{
    /// <summary>Measures.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of each fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Less than one fault is to be tried at the same time, or none may take any time.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<MutationReport> MeasureAsync(ApiSpec spec, MutationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        options ??= new MutationOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.FaultTimeout, TimeSpan.Zero);
        var suite = GoldenTestGenerator.Generate(spec, new GoldenTestOptions { Seed = options.Seed }, cancellationToken);
        var trial = new FaultTrial(spec, options.Seed);
        var baseline = await trial.RunAsync(suite, null, cancellationToken);
        var probes = await ProbeComparison.StartAsync(spec, options.Seed, cancellationToken);
        var results = new MutationResult[options.Faults.Count];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, results.Length), parallel, async (index, cancel) =>
        {
            results[index] = await FaultLimit.RunAsync(options.Faults[index], options,
                limited => TryAsync(options.Faults[index], suite, options.FindsAll, trial, baseline, probes, limited), cancel);
            options.Progress?.Report(new MutationProgress(results.Length, Interlocked.Increment(ref done)));
        });
        return new MutationReport
        {
            Title = spec.Title,
            Seed = options.Seed,
            FalseAlarms = [.. baseline.Result.Cases.Where(item => item.Status is CaseStatus.Fail or CaseStatus.Warn)],
            Faults = results,
            FewestCases = FewestCases.Of(results),
        };
    }

    /// <summary>A fault that shows nowhere is not run: nothing could find it.</summary>
    private static async Task<MutationResult> TryAsync(MockFault fault, GoldenTestSuite suite, bool all, FaultTrial trial, TrialRun baseline,
        ProbeComparison probes, CancellationToken cancellationToken)
    {
        var shown = await probes.FirstDifferenceAsync(fault, cancellationToken);
        var runs = new List<TrialRun>();
        foreach (var round in shown is null ? [] : all ? [suite] : TrialRounds.Of(suite, fault, shown.Operation))
        {
            runs.Add(await trial.RunAsync(round, fault, cancellationToken));
            if (Found(runs, baseline).Any() || runs[^1].IsSpoiledBeside(baseline)) break;
        }

        return new MutationResult
        {
            Fault = fault.Id,
            Title = fault.Title,
            Rule = fault.Rule,
            IsApplicable = shown is not null,
            ShownBy = shown?.Probe,
            FoundBy = [.. Found(runs, baseline)],
            NoticedBy = [.. runs.SelectMany(run => run.Changed(baseline, CaseStatus.NoVerdict, CaseStatus.Error))],
            SpoilsRun = runs.Exists(run => run.IsSpoiledBeside(baseline)),
            Requests = runs.Sum(run => run.Requests),
        };
    }

    /// <summary>What fails or warns says what is wrong; what gets no verdict any more does not.</summary>
    private static IEnumerable<string> Found(List<TrialRun> runs, TrialRun baseline) =>
        runs.SelectMany(run => run.Changed(baseline, CaseStatus.Fail, CaseStatus.Warn));
}
