using System.Diagnostics;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Writes the audit row of one scope.</summary>
/// <remarks>
/// The row is tracked before the handler runs, so the handler's own save writes it in the same transaction as the change.
/// It is saved without the caller's cancellation token: what happened is recorded even when the caller is gone.
/// </remarks>
internal sealed class AuditTrail(AppDbContext database, TenantContext tenant, TimeProvider clock, ILogger<AuditTrail> logger)
{
    private AuditEntry? _entry;

    public void Begin(RequestEntry request) => _entry = Track(request, AuditEntry.Ok);

    public async Task EndAsync(string outcome)
    {
        if (_entry is null) throw new InvalidOperationException("The audit row was not begun.");
        var isSaved = database.Entry(_entry).State == EntityState.Unchanged;
        if (isSaved && _entry.Outcome == outcome) return;

        // What a handler tracked and did not save is not to be saved by the audit row.
        database.ChangeTracker.Clear();
        if (isSaved) database.Attach(_entry);
        else database.Add(_entry);
        _entry.Outcome = outcome;
        await database.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Records that the handler threw. That this cannot be recorded either is logged, so that the first exception stays the one reported.</summary>
    public async Task EndAsync(Exception handlerException)
    {
        try
        {
            await EndAsync(handlerException is OperationCanceledException ? AuditEntry.Cancelled : AuditEntry.Failed);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The audit row of a failed request could not be written");
        }
    }

    public async Task<Outcome<T>> RefusedAsync<T>(RequestEntry request, OutcomeError error)
    {
        Track(request, error.Code);
        await database.SaveChangesAsync(CancellationToken.None);
        return error;
    }

    private AuditEntry Track(RequestEntry request, string outcome)
    {
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            At = clock.GetUtcNow(),
            ActorId = tenant.Actor.UserId,
            ActorName = tenant.Actor.DisplayName,
            Request = request.RequestType.Name,
            Outcome = outcome,
            TraceId = Activity.Current?.TraceId.ToString(),
        };
        database.Add(entry);
        return entry;
    }
}
