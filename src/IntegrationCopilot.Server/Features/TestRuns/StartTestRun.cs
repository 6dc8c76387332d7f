using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Jobs;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Asks for the golden tests of an API description to be run, in the background.</summary>
/// <param name="SpecId">Whose golden tests.</param>
/// <param name="Version">Of which version; null for the newest.</param>
/// <param name="Environment">What is tested. The project's own mock, which is started when it does not run, needs neither address nor credentials.</param>
/// <param name="BaseUrl">The address that the document's paths are appended to.</param>
/// <param name="Credentials">Who we are to it; null for nobody. They are kept, encrypted, until the run is over.</param>
/// <param name="Seed">Where made-up values come from: the same seed, the same tests.</param>
/// <param name="Values">Values of the tests' variables by name, for what a made-up one is not good enough: see <see cref="ListTestVariables"/>. Null for none.
/// They are kept, encrypted, until the run is over.</param>
[RequiresPermission(Permission.TestRunsStart)]
internal sealed record StartTestRun(
    Guid SpecId, int? Version = null, EnvironmentType Environment = EnvironmentType.Mock, string? BaseUrl = null, RunCredentials? Credentials = null,
    int Seed = 0, IReadOnlyDictionary<string, string>? Values = null) : IRequest<TestRunView>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Defined("environment", Environment);
        if (Values is not null) errors.Values(Values);
        if (Environment == EnvironmentType.Mock)
        {
            if (BaseUrl is not null) errors.Add("baseUrl", "The project's own mock has its own address. To test another one, choose another environment.");
            if (Credentials is not null) errors.Add("credentials", "The project's own mock needs none.");
            return;
        }

        errors.BaseUrl("baseUrl", BaseUrl);
        if (Credentials is not null) errors.Credentials(Credentials);
    }
}

internal sealed class StartTestRunHandler(AppDbContext database, SpecLoader specs, RunSecrets secrets, IJobs jobs, TenantContext tenant,
    IOptions<TestRunSettings> settings, TimeProvider clock) : IRequestHandler<StartTestRun, TestRunView>
{
    public async Task<Outcome<TestRunView>> HandleAsync(StartTestRun request, CancellationToken cancellationToken)
    {
        var version = await specs.Versions(request.SpecId, request.Version).Select(version => new { version.Id, version.ProjectId })
            .FirstOrDefaultAsync(cancellationToken);
        if (version is null) return SpecErrors.NotFound;
        if (await database.RefusalToChangeAsync(version.ProjectId, cancellationToken) is { } refusal) return refusal;
        if (await RefusedValuesAsync(request, cancellationToken) is { } refused) return refused;
        var run = RunOf(request, version.ProjectId, version.Id);
        if (!await SaveInSlotAsync(run, cancellationToken)) return TestRunErrors.TooMany(settings.Value.MaxActive);
        return await database.Set<TestRun>().Where(row => row.Id == run.Id).Select(TestRunView.FromRow).SingleAsync(cancellationToken);
    }

    /// <summary>Saves a run in a slot that is free. Where another takes that slot in the same moment, the next one is tried.</summary>
    /// <returns>Whether one was free.</returns>
    private async Task<bool> SaveInSlotAsync(TestRun run, CancellationToken cancellationToken)
    {
        while (await FreeSlotAsync(cancellationToken) is { } slot)
        {
            run.Slot = slot;
            database.Add(run);
            try
            {
                await jobs.SaveAndEnqueueAsync(run.Id, new ExecuteTestRun(run.Id), tenant.Actor, cancellationToken);
                return true;
            }
            catch (DbUpdateException exception) when (UniqueViolation.IsCauseOf(exception))
            {
                database.Entry(run).State = EntityState.Detached;
            }
        }

        return false;
    }

    private async Task<int?> FreeSlotAsync(CancellationToken cancellationToken)
    {
        var most = settings.Value.MaxActive;
        var taken = await database.Set<TestRun>().Where(row => row.Status == RunStatus.Queued || row.Status == RunStatus.Running)
            .Select(row => row.Slot).ToListAsync(cancellationToken);
        return taken.Count >= most ? null : Enumerable.Range(1, most).First(slot => !taken.Contains(slot));
    }

    /// <summary>Values have to be those of variables that the tests have, and of their types.</summary>
    private async Task<OutcomeError?> RefusedValuesAsync(StartTestRun request, CancellationToken cancellationToken)
    {
        if (request.Values is not { Count: > 0 } values) return null;
        var spec = await specs.LoadAsync(request.SpecId, request.Version, cancellationToken);
        var suite = await GoldenSuites.OfAsync(spec!, cancellationToken);
        var errors = ValueChecks.Of(values, [.. suite.Tests.SelectMany(test => test.Variables)]);
        return errors.Count == 0 ? null : OutcomeError.Invalid(errors);
    }

    private TestRun RunOf(StartTestRun request, Guid projectId, Guid versionId) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        ProjectId = projectId,
        SpecId = request.SpecId,
        SpecVersionId = versionId,
        Environment = request.Environment,
        BaseUrl = request.BaseUrl?.Trim(),
        Seed = request.Seed,
        ProtectedInputs = secrets.Hide(new RunInputs(request.Credentials, request.Values)),
        CreatedAt = clock.GetUtcNow(),
        CreatedBy = tenant.Actor.DisplayName,
    };
}
