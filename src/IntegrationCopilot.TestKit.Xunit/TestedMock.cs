using System.Net.Http;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>A mock of the document itself, on 127.0.0.1 and a free port: shows what a document yields before there is an API.</summary>
/// <threadsafety>Cases may be run at the same time.</threadsafety>
public sealed class TestedMock : TestedApi
{
    private readonly Stack<IAsyncDisposable> started = [];
    private readonly HttpMessageInvoker invoker = LoopbackInvoker.Create();
    private readonly Lock gate = new();

    private protected override async Task<RunSetting> StartAsync(KnownSuite known, HttpClient client)
    {
        var inbox = await LocalDeliveryInbox.StartAsync();
        Keep(inbox);
        var deliveries = new DeliveryOptions { Invoker = invoker, Address = inbox.Address };
        var mock = await MockServer.StartAsync(known.Spec, new MockServerOptions { Seed = known.Suite.Seed, Deliveries = deliveries });
        Keep(mock);
        return new RunSetting(known.Suite, RunTarget.ForMock(mock), Options with { Inbox = inbox });
    }

    /// <inheritdoc/>
    protected override async ValueTask StopAsync()
    {
        while (started.TryPop(out var one)) await one.DisposeAsync();
        invoker.Dispose();
    }

    private void Keep(IAsyncDisposable one)
    {
        lock (gate) started.Push(one);
    }
}
