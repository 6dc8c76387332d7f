using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>A stored version and what it says.</summary>
internal sealed record LoadedSpec(Guid SpecId, Guid VersionId, Guid ProjectId, int Number, string FileName, ApiSpec Api, IReadOnlyList<SpecProblem> Problems);

/// <summary>Gives the stored versions of the scope's organisation, read.</summary>
internal sealed class SpecLoader(AppDbContext database, SpecReading reading)
{
    /// <param name="specId">Whose version.</param>
    /// <param name="number">Which version; null for the newest.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    /// <returns>Null when there is no such version.</returns>
    public async Task<LoadedSpec?> LoadAsync(Guid specId, int? number, CancellationToken cancellationToken)
    {
        var row = await Versions(specId, number)
            .Select(version => new { version.Id, version.ProjectId, version.Number, version.ContentHash, version.FileName })
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null) return null;
        var result = await reading.ReadAsync(new SpecKey(row.ContentHash, row.FileName), () => ContentAsync(row.Id, cancellationToken), cancellationToken);
        var api = result.Spec ?? throw new InvalidOperationException($"Version {row.Id} was stored although it cannot be read.");
        return new LoadedSpec(specId, row.Id, row.ProjectId, row.Number, row.FileName, api, result.Problems);
    }

    /// <summary>One version of a description, newest first when no number is given.</summary>
    public IQueryable<SpecVersion> Versions(Guid specId, int? number) => database.Set<SpecVersion>().AsNoTracking()
        .Where(version => version.SpecId == specId && (number == null || version.Number == number))
        .OrderByDescending(version => version.Number);

    private Task<byte[]> ContentAsync(Guid versionId, CancellationToken cancellationToken) =>
        database.Set<SpecVersion>().Where(version => version.Id == versionId).Select(version => version.Content).SingleAsync(cancellationToken);
}
