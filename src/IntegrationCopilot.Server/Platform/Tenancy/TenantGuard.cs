using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IntegrationCopilot.Server.Platform.Tenancy;

/// <summary>Stamps new rows with the organisation of their scope, and refuses to save anybody else's.</summary>
internal static class TenantGuard
{
    /// <exception cref="CrossTenantWriteException">The scope has no organisation, or the row belongs to another one.</exception>
    public static void Check(EntityEntry row, Guid? tenant)
    {
        var name = row.Metadata.ClrType.Name;
        if (tenant is not { } own) throw new CrossTenantWriteException($"A {name} cannot be saved outside an organisation.");
        var owner = row.Property(nameof(ITenantOwned.OrganisationId));
        if (row.State == EntityState.Added && Equals(owner.CurrentValue, Guid.Empty)) owner.CurrentValue = own;
        if (!Equals(owner.CurrentValue, own) || (row.State != EntityState.Added && !Equals(owner.OriginalValue, own)))
            throw new CrossTenantWriteException($"A {name} of another organisation cannot be saved.");
    }
}
