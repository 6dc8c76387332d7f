using IntegrationCopilot.Server.Platform.Door;

namespace IntegrationCopilot.Server.Platform.Tenancy;

/// <summary>Which organisation the current scope works in. A scope enters one once; until then it sees no organisation's rows.</summary>
internal sealed class TenantContext
{
    private Actor? _actor;

    public Guid? OrganisationId { get; private set; }

    /// <summary>Whether saving is refused, because the scope answers a query.</summary>
    public bool IsReadOnly { get; private set; }

    /// <exception cref="InvalidOperationException">The scope was not entered by an actor.</exception>
    public Actor Actor => _actor ?? throw new InvalidOperationException("This scope was not entered through the dispatcher, so it has no actor.");

    public void Enter(Actor actor, bool isReadOnly)
    {
        Enter(actor.OrganisationId);
        _actor = actor;
        IsReadOnly = isReadOnly;
    }

    /// <summary>Enters an organisation without an actor: for set-up and seeding, which happen before anybody is there.</summary>
    public void Enter(Guid organisationId)
    {
        if (organisationId == Guid.Empty) throw new ArgumentException("An organisation has a non-empty id.", nameof(organisationId));
        if (OrganisationId is not null) throw new InvalidOperationException("A scope works in one organisation; start a fresh scope for another.");
        OrganisationId = organisationId;
    }
}
