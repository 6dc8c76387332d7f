using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>A mock that runs on this server, and how much it was asked.</summary>
internal sealed class RunningMock : IAsyncDisposable
{
    private readonly MockServer _server;
    private readonly MockTraffic _traffic;

    private RunningMock(MockServer server, MockTraffic traffic) => (_server, _traffic) = (server, traffic);

    public MockServer Server => _server;

    public long Requests => _traffic.Requests;

    public DateTimeOffset? LastRequestAt => _traffic.LastRequestAt;

    public static async Task<RunningMock> StartAsync(SpecEngine.ApiSpec api, int port, int seed, TimeProvider clock, CancellationToken cancellationToken)
    {
        var traffic = new MockTraffic(clock);
        var options = new MockServerOptions { Port = port, Seed = seed, Clock = clock, OnExchange = _ => traffic.Count() };
        return new RunningMock(await MockServer.StartAsync(api, options, cancellationToken), traffic);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private sealed class MockTraffic(TimeProvider clock)
    {
        private long _requests;
        private long _lastTicks;

        public long Requests => Interlocked.Read(ref _requests);

        public DateTimeOffset? LastRequestAt => Interlocked.Read(ref _lastTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

        public void Count()
        {
            Interlocked.Increment(ref _requests);
            Interlocked.Exchange(ref _lastTicks, clock.GetUtcNow().UtcTicks);
        }
    }
}
