using IntegrationCopilot.Server.Tests.Stores;

[assembly: AssemblyFixture(typeof(SqliteServer))]

namespace IntegrationCopilot.Server.Tests.Stores;

/// <summary>SQLite: a file in the data folder of each server, which is also what a newcomer gets.</summary>
public sealed class SqliteServer : DatabaseServer
{
    private protected override void Require()
    {
    }

    private protected override Task<IReadOnlyDictionary<string, string?>> CreateDatabaseAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Database:Provider"] = "Sqlite" });
}
