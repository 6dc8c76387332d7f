using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationCopilot.Architecture.Tests;

public sealed class PersistenceTests
{
    [Fact]
    public void Migrations_OfSqlite_MatchTheModel() => Matches(new SqliteDesignTime().CreateDbContext([]));

    [Fact]
    public void Migrations_OfPostgres_MatchTheModel() => Matches(new PostgresDesignTime().CreateDbContext([]));

    [Fact]
    public void Migrations_ThatLackAnEntity_AreFound()
    {
        using var sqlite = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:")
            .ReplaceService<IModelCustomizer, WithStray>().Options, new TenantContext());
        sqlite.Database.HasPendingModelChanges().Should().BeTrue();
        using var postgres = new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql("Host=none")
            .ReplaceService<IModelCustomizer, WithStray>().Options, new TenantContext());
        postgres.Database.HasPendingModelChanges().Should().BeTrue();
    }

    [Fact]
    public void Entities_AreOwnedByATenantOrListed()
    {
        using var database = new SqliteDesignTime().CreateDbContext([]);
        database.Model.GetEntityTypes().Count(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned))).Should().BeGreaterThan(3);
        database.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned)) && entity.GetDeclaredQueryFilters().Count == 0)
            .Should().BeEmpty();
        GlobalEntities.Verify(database.Model);
    }

    [Fact]
    public void Entities_OfNobody_AreFound()
    {
        using var database = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:")
            .ReplaceService<IModelCustomizer, WithStray>().Options, new TenantContext());
        var verify = () => GlobalEntities.Verify(database.Model);
        verify.Should().Throw<InvalidOperationException>().WithMessage("*Stray*ITenantOwned*");
    }

    private static void Matches(AppDbContext database)
    {
        using (database)
        {
            database.Database.GetMigrations().Should().NotBeEmpty();
            database.Database.HasPendingModelChanges().Should().BeFalse("a change of an entity needs a migration for both databases: CONTRIBUTING.md says how");
        }
    }

    private sealed class Stray
    {
        public Guid Id { get; init; }
    }

    /// <summary>Puts an entity into the model that no migration knows and nobody owns.</summary>
    private sealed class WithStray(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<Stray>();
        }
    }
}
