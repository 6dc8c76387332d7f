using IntegrationCopilot.Server.Tests.Hosting;

namespace IntegrationCopilot.Server.Tests.Stores;

/// <summary>One kind of database, and a server on it that all suites of the run share. It starts when the first test needs it.</summary>
public abstract class DatabaseServer : IAsyncDisposable
{
    private readonly Lazy<Task<RunningServer>> _server;

    protected DatabaseServer() => _server = new Lazy<Task<RunningServer>>(StartAsync);

    /// <summary>The shared server. Skips the calling test where the database is absent.</summary>
    internal Task<RunningServer> SharedAsync()
    {
        Require();
        return _server.Value;
    }

    /// <summary>Settings of a new and empty database. Skips the calling test where the database is absent.</summary>
    internal async Task<IReadOnlyDictionary<string, string?>> NewDatabaseAsync()
    {
        Require();
        return await CreateDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract void Require();

    private protected abstract Task<IReadOnlyDictionary<string, string?>> CreateDatabaseAsync();

    /// <summary>Runs after the last test.</summary>
    private protected virtual Task StopAsync() => Task.CompletedTask;

    private async Task<RunningServer> StartAsync() => await RunningServer.StartAsync(await CreateDatabaseAsync());
}
