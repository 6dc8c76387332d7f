using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IntegrationCopilot.Server.Platform.Persistence;

/// <summary>Everything the server stores, seen from one organisation.</summary>
/// <remarks>
/// Every <see cref="ITenantOwned"/> row is filtered by the organisation of this instance's scope, stamped with it when new, and refused
/// when it belongs to another. Features reach their entities with <c>Set&lt;T&gt;()</c>; entity configurations are found in the assembly.
/// </remarks>
internal abstract class AppDbContext(DbContextOptions options, TenantContext tenant)
    : IdentityUserContext<AppUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Name of the filter that hides other organisations' rows.</summary>
    public const string TenantFilter = "Tenant";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    // Read by the query filters on every query, from this instance; no row has the empty id.
    private Guid TenantId => tenant.OrganisationId ?? Guid.Empty;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        GuardTenant();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        GuardTenant();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned))).ToList())
            AddTenantFilter(builder, entity);
    }

    private void AddTenantFilter(ModelBuilder builder, IMutableEntityType entity) =>
        typeof(AppDbContext).GetMethod(nameof(FilterByTenant), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);

    private void FilterByTenant<T>(ModelBuilder builder)
        where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(TenantFilter, row => row.OrganisationId == TenantId);

    private void GuardTenant()
    {
        ChangeTracker.DetectChanges();
        var changes = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (tenant.IsReadOnly && changes.Any(entry => entry.Entity is not AuditEntry))
            throw new InvalidOperationException("A query does not save: make the request an IRequest instead of an IQuery.");
        foreach (var entry in changes.Where(entry => entry.Entity is ITenantOwned)) TenantGuard.Check(entry, tenant.OrganisationId);
        AuditChanges.Describe(changes);
    }
}
