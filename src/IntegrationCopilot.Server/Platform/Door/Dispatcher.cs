using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>The one door of the application: actor, permission, a fresh scope of the actor's organisation, validation, handling, audit.</summary>
/// <remarks>Unexpected exceptions pass through after they are audited; the entrance turns them into a problem response or an error page.</remarks>
internal sealed class Dispatcher(RequestCatalog catalog, IServiceScopeFactory scopes)
{
    /// <param name="actor">Who asks; null when nobody is signed in.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Stops the work when the caller is gone.</param>
    public async Task<Outcome<T>> SendAsync<T>(Actor? actor, IRequest<T> request, CancellationToken cancellationToken)
    {
        if (actor is null) return OutcomeError.Unauthenticated();
        var entry = (RequestEntryOf<T>)catalog[request.GetType()];
        await using var scope = EnterScope(actor, entry.IsQuery);
        var audit = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        if (!RolePermissions.Grants(actor.Role, entry.Permission)) return await audit.RefusedAsync<T>(entry, OutcomeError.Forbidden());
        if (FieldErrorsOf(request) is { Count: > 0 } errors) return OutcomeError.Invalid(errors);
        if (!entry.IsQuery) audit.Begin(entry);
        try
        {
            var outcome = await HandleAsync(scope.ServiceProvider, entry, request, cancellationToken);
            if (!entry.IsQuery) await audit.EndAsync(outcome.Error?.Code ?? AuditEntry.Ok);
            return outcome;
        }
        catch (Exception exception) when (!entry.IsQuery)
        {
            await audit.EndAsync(exception);
            throw;
        }
    }

    /// <summary>Sends a request whose result type is not known, such as one that was stored with a job.</summary>
    public Task<IOutcome> SendAsync(Actor? actor, IRequest request, CancellationToken cancellationToken) =>
        catalog[request.GetType()].SendAsync(this, actor, request, cancellationToken);

    private AsyncServiceScope EnterScope(Actor actor, bool isReadOnly)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(actor, isReadOnly);
        return scope;
    }

    private static async Task<Outcome<T>> HandleAsync<T>(
        IServiceProvider scope, RequestEntryOf<T> entry, IRequest<T> request, CancellationToken cancellationToken)
    {
        try
        {
            return await entry.HandleAsync(scope, request, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return OutcomeError.Conflict("changed_meanwhile", "Somebody else changed this in the meantime. Load it again.");
        }
        catch (DbUpdateException exception) when (UniqueViolation.IsCauseOf(exception))
        {
            return OutcomeError.Conflict("already_exists", "Something with the same name or key exists already.");
        }
    }

    private static IReadOnlyList<FieldError> FieldErrorsOf(IRequest request)
    {
        if (request is not IValidated validated) return [];
        var errors = new FieldErrors();
        validated.Validate(errors);
        return errors.All;
    }
}
