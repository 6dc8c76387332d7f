using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.SpecEngine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>A document on its way in.</summary>
internal sealed record IncomingSpec(byte[] Content, string? FileName, SpecSource Source, string? SourceUrl = null);

/// <summary>Reads a document and stores it as a version, or stores nothing and says what is wrong with it.</summary>
internal sealed class SpecImporter(AppDbContext database, SpecReading reading, TenantContext tenant, TimeProvider clock, IOptions<SpecSettings> settings)
{
    /// <summary>Why nothing can be imported there, whatever it is; null when it can.</summary>
    public async Task<OutcomeError?> RefusalAsync(Guid projectId, Guid? specId, CancellationToken cancellationToken)
    {
        if (await database.RefusalToChangeAsync(projectId, cancellationToken) is { } refusal) return refusal;
        return specId is { } id && await FindAsync(projectId, id, cancellationToken) is null ? SpecErrors.NotFound : null;
    }

    /// <param name="projectId">Where it belongs.</param>
    /// <param name="specId">The description it is the next version of; null to go by its title.</param>
    /// <param name="incoming">The document.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    public async Task<Outcome<SpecImportView>> ImportAsync(Guid projectId, Guid? specId, IncomingSpec incoming, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(projectId, specId, cancellationToken) is { } refusal) return refusal;
        if (incoming.Content.Length > settings.Value.MaxDocumentBytes) return SpecErrors.TooLarge(settings.Value.MaxDocumentBytes);
        var spec = specId is { } id ? await FindAsync(projectId, id, cancellationToken) : null;

        var key = SpecKey.Of(incoming.Content, SpecFileName.Of(incoming.FileName, incoming.Content));
        if (await ReadAsync(key, incoming.Content, cancellationToken) is not { } read) return SpecErrors.TooSlow;
        if (read.Spec is not { } api) return SpecErrors.Unreadable(read.Problems);

        var title = Cut(api.Title.Trim() is { Length: > 0 } named ? named : key.FileName, Spec.TitleMaxLength);
        while (true)
        {
            var sameTitle = await FindAsync(projectId, title, cancellationToken);
            if (spec is not null && sameTitle is not null && sameTitle.Id != spec.Id) return SpecErrors.TitleTaken(title);
            spec ??= sameTitle ?? NewSpec(projectId, title);
            if (await TryStoreAsync(spec, incoming, key, title, read, cancellationToken) is { } stored) return stored;
            spec = specId is { } again ? await FindAsync(projectId, again, cancellationToken) : null;
        }
    }

    /// <summary>Stores the next version; null where another was stored in the same moment, so that it has to be looked at anew.</summary>
    private async Task<SpecImportView?> TryStoreAsync(Spec spec, IncomingSpec incoming, SpecKey key, string title, SpecReadResult read,
        CancellationToken cancellationToken)
    {
        if (await UnchangedAsync(spec, key, cancellationToken) is { } unchanged) return new SpecImportView(unchanged, IsNew: false, read.Problems.Count);
        var version = Add(spec, incoming, key, title, read);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return new SpecImportView(SpecVersionView.Of(version), IsNew: true, read.Problems.Count);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.IsCauseOf(exception))
        {
            foreach (var entry in (object[])[version, spec]) database.Entry(entry).State = EntityState.Detached;
            return null;
        }
    }

    private async Task<SpecReadResult?> ReadAsync(SpecKey key, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.ReadAsync(key, () => Task.FromResult(content), cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private Task<Spec?> FindAsync(Guid projectId, Guid specId, CancellationToken cancellationToken) =>
        database.Set<Spec>().FirstOrDefaultAsync(spec => spec.Id == specId && spec.ProjectId == projectId, cancellationToken);

    private Task<Spec?> FindAsync(Guid projectId, string title, CancellationToken cancellationToken)
    {
        var key = title.ToUpperInvariant();
        return database.Set<Spec>().OrderBy(spec => spec.CreatedAt)
            .FirstOrDefaultAsync(spec => spec.ProjectId == projectId && spec.TitleKey == key, cancellationToken);
    }

    private Task<SpecVersionView?> UnchangedAsync(Spec spec, SpecKey key, CancellationToken cancellationToken) =>
        database.Set<SpecVersion>()
            .Where(version => version.SpecId == spec.Id && version.Number == spec.LatestVersion && version.ContentHash == key.ContentHash)
            .Select(SpecVersionView.FromRow)
            .FirstOrDefaultAsync(cancellationToken);

    private Spec NewSpec(Guid projectId, string title)
    {
        var now = clock.GetUtcNow();
        var spec = new Spec { Id = Guid.CreateVersion7(now), ProjectId = projectId, Title = title, CreatedAt = now };
        database.Add(spec);
        return spec;
    }

    private SpecVersion Add(Spec spec, IncomingSpec incoming, SpecKey key, string title, SpecReadResult read)
    {
        var now = clock.GetUtcNow();
        var api = read.Spec!;
        (spec.LatestVersion, spec.Title, spec.UpdatedAt) = (spec.LatestVersion + 1, title, now);
        var version = new SpecVersion
        {
            Id = Guid.CreateVersion7(now),
            ProjectId = spec.ProjectId,
            SpecId = spec.Id,
            Number = spec.LatestVersion,
            Content = incoming.Content,
            SizeBytes = incoming.Content.Length,
            ContentHash = key.ContentHash,
            FileName = key.FileName,
            Source = incoming.Source,
            SourceUrl = incoming.SourceUrl,
            Title = title,
            ApiVersion = Cut(api.Version.Trim(), 100),
            OpenApiVersion = Cut(api.OpenApiVersion, 20),
            OperationCount = api.Operations.Count + api.Webhooks.Count,
            ErrorCount = read.Problems.Count(problem => problem.Severity == ProblemSeverity.Error),
            WarningCount = read.Problems.Count(problem => problem.Severity == ProblemSeverity.Warning),
            CreatedAt = now,
            CreatedBy = tenant.Actor.DisplayName,
        };
        database.Add(version);
        return version;
    }

    private static string Cut(string text, int maxLength) => text.Length <= maxLength ? text : text[..maxLength];
}
