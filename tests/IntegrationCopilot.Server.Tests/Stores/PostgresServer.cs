using IntegrationCopilot.Server.Tests.Stores;
using IntegrationCopilot.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace IntegrationCopilot.Server.Tests.Stores;

/// <summary>PostgreSQL: a database of its own for each server, in the cluster of the test run.</summary>
public sealed class PostgresServer : DatabaseServer
{
    private protected override void Require() => Requirement.Present(PostgresCluster.IsPresent, PostgresCluster.AbsentReason);

    private protected override Task StopAsync() => PostgresCluster.StopAsync();

    private protected override async Task<IReadOnlyDictionary<string, string?>> CreateDatabaseAsync()
    {
        var admin = new NpgsqlConnectionStringBuilder(await PostgresCluster.ConnectionStringAsync());
        var name = $"copilot_{Guid.NewGuid():n}";
        await using (var connection = new NpgsqlConnection(admin.ToString()))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await command.ExecuteNonQueryAsync();
        }

        var own = new NpgsqlConnectionStringBuilder(admin.ToString()) { Database = name, MaxPoolSize = 20 };
        return new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = own.ToString() };
    }
}
