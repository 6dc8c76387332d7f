using System.Collections.Concurrent;
using System.Net.Sockets;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.SpecEngine;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>The mocks that run on this server, by the id of their row. They listen on 127.0.0.1 only.</summary>
internal sealed class MockHost(IOptions<MockSettings> settings, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, RunningMock> _running = new();
    private readonly SemaphoreSlim _changes = new(1);

    public RunningMock? Find(Guid id) => _running.GetValueOrDefault(id);

    /// <summary>Starts a mock, or gives the one that runs already.</summary>
    /// <param name="id">Id of its row.</param>
    /// <param name="api">What it is a mock of.</param>
    /// <param name="port">The port it should have; another one is taken when it is in use. 0 for any.</param>
    /// <param name="seed">Where made-up values come from.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public async Task<Outcome<RunningMock>> StartAsync(Guid id, ApiSpec api, int port, int seed, CancellationToken cancellationToken)
    {
        await _changes.WaitAsync(cancellationToken);
        try
        {
            if (Find(id) is { } running) return running;
            if (_running.Count >= settings.Value.MaxRunning) return MockErrors.TooMany(settings.Value.MaxRunning);

            // A circuit's thread must not be held while a large document is made ready.
            return _running[id] = await Task.Run(() => StartAsync(api, port, seed, cancellationToken), cancellationToken);
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Stops a mock; nothing happens when it does not run.</summary>
    public async Task StopAsync(Guid id)
    {
        await _changes.WaitAsync();
        try
        {
            if (_running.TryRemove(id, out var running)) await running.DisposeAsync();
        }
        finally
        {
            _changes.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in _running.Keys) await StopAsync(id);
        _changes.Dispose();
    }

    private async Task<RunningMock> StartAsync(ApiSpec api, int port, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return await RunningMock.StartAsync(api, port, seed, clock, cancellationToken);
        }
        catch (Exception exception) when (port != 0 && exception is IOException or SocketException)
        {
            return await RunningMock.StartAsync(api, port: 0, seed, clock, cancellationToken);
        }
    }
}
