using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Runs a queued test run to its end. The server sends it to itself, as a job.</summary>
[RequiresPermission(Permission.TestRunsStart)]
internal sealed record ExecuteTestRun(Guid RunId) : IRequest<Done>;

internal sealed class ExecuteTestRunHandler(
    AppDbContext database, SpecLoader specs, RunTargets targets, RunSecrets secrets, RunRecorder recorder, RunStates states, RunsHere here,
    IHostApplicationLifetime lifetime, IOptions<TestRunSettings> settings, TimeProvider clock) : IRequestHandler<ExecuteTestRun, Done>
{
    private const string InterruptedText = "The server stopped while this run went on. Start it again.";

    public async Task<Outcome<Done>> HandleAsync(ExecuteTestRun request, CancellationToken cancellationToken)
    {
        if (await database.Set<TestRun>().AsNoTracking().FirstOrDefaultAsync(run => run.Id == request.RunId, cancellationToken) is not { } run)
            return TestRunErrors.NotFound;
        if (!here.TryEnter(run.Id)) return Done.Instance;
        try
        {
            if (await states.BeginAsync(run.Id)) await ExecuteAsync(run, cancellationToken);

            // A run that has begun and that nobody works on: the server that did is gone.
            else await states.EndAsync(run.Id, RunStatus.Running, RunStatus.Interrupted, InterruptedText);
        }
        finally
        {
            here.Leave(run.Id);
        }

        return Done.Instance;
    }

    private async Task ExecuteAsync(TestRun run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.Value.MaxDuration, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping, limit.Token);
        try
        {
            var outcome = await RunAsync(run, stop.Token);
            if (!outcome.IsOk) await states.EndAsync(run.Id, RunStatus.Running, RunStatus.Failed, outcome.Error.Message);
            else if (outcome.Value.IsCancelled) await EndStoppedAsync(run, cancellationToken);
            else await states.EndAsync(run.Id, RunStatus.Running, RunStatus.Completed);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndStoppedAsync(run, cancellationToken);
        }
        catch
        {
            await states.EndAsync(run.Id, RunStatus.Running, RunStatus.Failed, "An unexpected error of the server ended this run. Its log tells more.");
            throw;
        }
    }

    private Task EndStoppedAsync(TestRun run, CancellationToken cancelled)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return states.EndAsync(run.Id, RunStatus.Running, RunStatus.Interrupted, InterruptedText);
        if (cancelled.IsCancellationRequested) return states.EndAsync(run.Id, RunStatus.Running, RunStatus.Cancelled);
        return states.EndAsync(run.Id, RunStatus.Running, RunStatus.Failed,
            $"It took longer than {settings.Value.MaxDuration:c}, which is the most a run may take here. Cases that were not done by then are skipped.");
    }

    private async Task<Outcome<RunResult>> RunAsync(TestRun run, CancellationToken cancellationToken)
    {
        var number = await database.Set<SpecVersion>().Where(version => version.Id == run.SpecVersionId).Select(version => version.Number)
            .SingleAsync(cancellationToken);
        var spec = await specs.LoadAsync(run.SpecId, number, cancellationToken);
        var inputs = secrets.Open(run.ProtectedInputs);
        var opened = await targets.OpenAsync(run, inputs, spec!, cancellationToken);
        if (!opened.IsOk) return opened.Error;
        using var open = opened.Value;
        await states.NoteBaseUrlAsync(run.Id, open.Target.BaseUrl);
        var suite = GoldenTestGenerator.Generate(spec!.Api, new GoldenTestOptions { Seed = run.Seed }, cancellationToken);
        return await recorder.RecordAsync(run, suite,
            (onTrace, progress, stop) =>
            new TestRunner(spec.Api, open.Client).RunAsync(suite, open.Target, OptionsOf(run, inputs, onTrace, progress), stop), cancellationToken);
    }

    private RunOptions OptionsOf(TestRun run, RunInputs inputs, Func<Validator.ApiTrace, CancellationToken, Task> onTrace, IProgress<RunProgress> progress) =>
        new()
        {
            RunId = run.Id.ToString(),
            Values = inputs.Values ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Seed = run.Seed,
            OnTrace = onTrace,
            Progress = progress,
            // Nobody can reach the server at an address of its own choosing.
            ListensForDeliveries = false,
            Clock = clock,
        };
}
