using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IntegrationCopilot.Server.Tests.Features.TestRuns;

/// <summary>An API that takes requests and answers none, until it drops them all.</summary>
internal sealed class SilentApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<TcpClient> _callers = [];
    private readonly Task _accepting;
    private volatile bool _drops;

    private SilentApi()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";
        _accepting = AcceptAsync();
    }

    public string Address { get; }

    public bool WasAsked => !_callers.IsEmpty;

    public static SilentApi Start() => new();

    /// <summary>Hangs up on everybody, from now on.</summary>
    public void Drop()
    {
        _drops = true;
        foreach (var caller in _callers) caller.Close();
    }

    public async ValueTask DisposeAsync()
    {
        Drop();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var caller = await _listener.AcceptTcpClientAsync();
                _callers.Enqueue(caller);
                if (_drops) caller.Close();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }
}
