using IntegrationCopilot.Server.Platform.Persistence;
using Quartz;

namespace IntegrationCopilot.Server.Platform.Jobs;

internal static class JobsSetup
{
    private const string DataSource = "jobs";
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>Registers the scheduler on the server's own database; clustered on PostgreSQL. It starts once the server listens.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        // Which kind of database it is decides what gets registered, so it is read before the settings are validated.
        var isPostgres = string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase);
        services.AddQuartz(scheduler =>
        {
            scheduler.ConfigureScheduler(options => options.IdleWaitTime = TimeSpan.FromSeconds(2));
            scheduler.UsePersistentStore(store => Configure(store, isPostgres));
        });
        services.AddOptions<DataSourceOptions>(DataSource)
            .PostConfigure<IServiceProvider>((options, provider) => options.ConnectionString = PersistenceSetup.ConnectionString(provider));
        services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.WaitForJobsToComplete = true;
        });
        services.AddScoped<QuartzJobs>().AddScoped<IJobs>(scope => scope.GetRequiredService<QuartzJobs>());
        if (!isPostgres) services.AddSingleton<OutboxDrain>().AddHostedService(provider => provider.GetRequiredService<OutboxDrain>());
        return services;
    }

    private static void Configure(IPersistentStoreBuilder store, bool isPostgres)
    {
        store.UseDataSource(DataSource);
        store.ConfigureStore(options => options.AcceptEnlistedTransactions = true);
        store.ProvisionSchema();
        if (isPostgres)
        {
            store.UsePostgres("Host=set-later");
            store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
        }
        else
        {
            store.UseSqlite("Data Source=set-later");
        }
    }
}
