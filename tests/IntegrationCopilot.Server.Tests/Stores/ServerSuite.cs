using IntegrationCopilot.Server.Tests.Hosting;

namespace IntegrationCopilot.Server.Tests.Stores;

/// <summary>Tests of behaviour that every database must show. Derive an abstract suite per feature, and from it one class per database.</summary>
/// <example>
/// <code>
/// public abstract class ProjectsSuite(DatabaseServer database) : ServerSuite(database) { … }
/// public sealed class ProjectsOnSqlite(SqliteServer database) : ProjectsSuite(database);
/// public sealed class ProjectsOnPostgres(PostgresServer database) : ProjectsSuite(database);
/// </code>
/// </example>
public abstract class ServerSuite(DatabaseServer database) : IAsyncLifetime
{
    /// <summary>A server that runs for all suites. What a test stores belongs to an organisation of its own.</summary>
    private protected RunningServer Server { get; private set; } = null!;

    /// <summary>An organisation of this test alone.</summary>
    private protected TestOrganisation Organisation { get; private set; } = null!;

    private protected DatabaseServer Database => database;

    public async ValueTask InitializeAsync()
    {
        Server = await database.SharedAsync();
        Organisation = await TestOrganisation.CreateAsync(Server);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
