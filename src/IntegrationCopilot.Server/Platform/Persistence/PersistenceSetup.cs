using IntegrationCopilot.Server.Platform.Settings;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Persistence;

internal static class PersistenceSetup
{
    /// <summary>Registers the database of the settings. A context is scoped, and no page or circuit ever holds one.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSettings<DataSettings>("Data");
        services.AddSingleton<DataFolder>();
        services.AddSettings<DatabaseSettings>("Database");
        services.AddScoped<TenantContext>();
        services.AddDbContext<SqliteAppDbContext>((provider, options) => options
            .UseSqlite(SqliteConnectionString(provider), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new SqlitePragmas()));
        services.AddDbContext<PostgresAppDbContext>((provider, options) => options
            .UseNpgsql(SettingsOf(provider).ConnectionString, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
        services.AddScoped<AppDbContext>(provider => SettingsOf(provider).Provider switch
        {
            DatabaseProvider.Postgres => provider.GetRequiredService<PostgresAppDbContext>(),
            _ => provider.GetRequiredService<SqliteAppDbContext>(),
        });
        return services;
    }

    /// <summary>Brings the database to the newest migration and checks that every entity is accounted for.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        GlobalEntities.Verify(database.Model);
        await database.Database.MigrateAsync(cancellationToken);
        if (!database.Database.IsSqlite()) return;

        // SQLite gives the files that it makes beside this one the same rights.
        var file = database.Database.GetDbConnection().DataSource;
        foreach (var beside in (string[])["", "-wal", "-shm"]) DataFolder.KeepToUser(file + beside);
    }

    /// <summary>How to connect to the database of the settings.</summary>
    public static string ConnectionString(IServiceProvider provider) =>
        SettingsOf(provider) is { Provider: DatabaseProvider.Postgres } settings ? settings.ConnectionString! : SqliteConnectionString(provider);

    private static DatabaseSettings SettingsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseSettings>>().Value;

    private static string SqliteConnectionString(IServiceProvider provider)
    {
        var builder = new SqliteConnectionStringBuilder(SettingsOf(provider).ConnectionString);
        var folder = provider.GetRequiredService<DataFolder>();
        builder.DataSource = builder.DataSource.Length == 0 ? folder.PathOf("integration-copilot.db") : folder.Resolve(builder.DataSource);
        return builder.ToString();
    }
}
