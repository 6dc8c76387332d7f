using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Creates an organisation with its first member. The scope works in that organisation from then on.</summary>
internal sealed class OrganisationSeed(AppDbContext database, TenantContext tenant, TimeProvider clock)
{
    public async Task<Organisation> AddAsync(string name, Guid userId, OrganisationRole role, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Name = name, CreatedAt = now };
        tenant.Enter(organisation.Id);
        database.Add(organisation);
        database.Add(new Membership { Id = Guid.CreateVersion7(now), UserId = userId, Role = role, CreatedAt = now });
        await database.SaveChangesAsync(cancellationToken);
        return organisation;
    }
}
