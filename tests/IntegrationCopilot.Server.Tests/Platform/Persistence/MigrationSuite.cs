using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Features.Specs;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Persistence;

/// <summary>What migrations do to rows that older versions of the server stored.</summary>
public abstract class MigrationSuite(DatabaseServer database) : ServerSuite(database)
{
    [Fact]
    public async Task OutboxAndLimits_TwoDescriptionsOfOneTitle_LeavesTheTitleToTheOlder()
    {
        await using var server = await RunningServer.StartAsync(await Database.NewDatabaseAsync());
        var organisation = await TestOrganisation.CreateAsync(server);
        var project = (await server.OkAsync(organisation.Owner, new CreateProject("Twice"))).Id;
        var older = (await server.OkAsync(organisation.Owner, new ImportSpec(project, SpecWorld.Payments))).Version.SpecId;
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(organisation.Id);
        var rows = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await MigrateAsync(rows, before: "OutboxAndLimits");
        var title = await rows.Set<Spec>().Where(spec => spec.Id == older).Select(spec => spec.Title).SingleAsync();
        var younger = new Spec { Id = Guid.NewGuid(), ProjectId = project, Title = title, LatestVersion = 1, CreatedAt = DateTimeOffset.MaxValue.AddYears(-1) };
        rows.Add(younger);
        await rows.SaveChangesAsync();

        await rows.Database.MigrateAsync();

        (await rows.Set<Spec>().AsNoTracking().SingleAsync(spec => spec.Id == older)).TitleKey.Should().Be(title.ToUpperInvariant());
        (await rows.Set<Spec>().AsNoTracking().SingleAsync(spec => spec.Id == younger.Id)).TitleKey
            .Should().EndWith(younger.Id.ToString().ToUpperInvariant());
    }

    /// <summary>Takes a database back to the migration before one.</summary>
    private static Task MigrateAsync(AppDbContext database, string before)
    {
        var earlier = database.Database.GetMigrations().TakeWhile(name => !name.EndsWith($"_{before}", StringComparison.Ordinal)).Last();
        return database.GetService<IMigrator>().MigrateAsync(earlier);
    }
}

public sealed class MigrationsOnSqlite(SqliteServer database) : MigrationSuite(database);

public sealed class MigrationsOnPostgres(PostgresServer database) : MigrationSuite(database);
