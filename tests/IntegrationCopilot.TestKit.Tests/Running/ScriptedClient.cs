using System.Collections.Concurrent;
using System.Net.Http;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A client whose answers a test writes down, and that remembers what it was asked.</summary>
internal sealed class ScriptedClient(Func<int, HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private int requests;

    /// <summary>Method and path of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
        return Task.FromResult(answer(Interlocked.Increment(ref requests), request));
    }
}
