using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>A mock that runs, and its row.</summary>
internal sealed record StartedMock(Mock Mock, RunningMock Running);

/// <summary>Starts mocks and remembers that they should run.</summary>
internal sealed class MockStarter(AppDbContext database, MockHost host, TimeProvider clock)
{
    /// <param name="spec">What to mock.</param>
    /// <param name="seed">Where made-up values come from; null for the seed it had last. A mock that runs keeps its seed.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public async Task<Outcome<StartedMock>> StartAsync(LoadedSpec spec, int? seed, CancellationToken cancellationToken)
    {
        try
        {
            return await TryStartAsync(spec, seed, cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.IsCauseOf(exception))
        {
            // Somebody else started it first: this gives theirs.
            return await TryStartAsync(spec, seed, cancellationToken);
        }
    }

    private async Task<Outcome<StartedMock>> TryStartAsync(LoadedSpec spec, int? seed, CancellationToken cancellationToken)
    {
        if (await database.RefusalToChangeAsync(spec.ProjectId, cancellationToken) is { } refusal) return refusal;
        var mock = await database.Set<Mock>().FirstOrDefaultAsync(mock => mock.SpecVersionId == spec.VersionId, cancellationToken) ?? Add(spec);
        var wasRunning = host.Find(mock.Id) is not null;
        if (!wasRunning) mock.Seed = seed ?? mock.Seed;
        var started = await host.StartAsync(mock.Id, spec.Api, mock.Port, mock.Seed, cancellationToken);
        if (!started.IsOk) return started.Error;
        if (!wasRunning) await SaveAsync(mock, started.Value, cancellationToken);
        return new StartedMock(mock, started.Value);
    }

    private async Task SaveAsync(Mock mock, RunningMock running, CancellationToken cancellationToken)
    {
        mock.NoteStart(running.Server.BaseUrl.Port, clock.GetUtcNow());
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            database.Entry(mock).State = EntityState.Detached;
            await host.StopAsync(mock.Id);
            throw;
        }
    }

    private Mock Add(LoadedSpec spec)
    {
        var mock = new Mock { Id = Guid.CreateVersion7(clock.GetUtcNow()), ProjectId = spec.ProjectId, SpecId = spec.SpecId, SpecVersionId = spec.VersionId };
        database.Add(mock);
        return mock;
    }
}
