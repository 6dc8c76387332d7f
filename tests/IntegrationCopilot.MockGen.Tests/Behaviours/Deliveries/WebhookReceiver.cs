using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A real HTTP server that takes deliveries.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<ReceivedDelivery> received = Channel.CreateUnbounded<ReceivedDelivery>();

    private WebhookReceiver(Func<ReceivedDelivery, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var delivery = new ReceivedDelivery(context.Request.Path,
                [.. context.Request.Headers.SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v ?? "")))], body.ToArray());
            context.Response.StatusCode = answer(delivery);
            received.Writer.TryWrite(delivery);
        });
    }

    public Uri Address => new(app.Urls.First());

    public static async Task<WebhookReceiver> StartAsync(Func<ReceivedDelivery, int>? answer = null)
    {
        var receiver = new WebhookReceiver(answer ?? (_ => 204));
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The next delivery, at most ten seconds from now.</summary>
    public async Task<ReceivedDelivery> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await received.Reader.ReadAsync(patience.Token);
    }

    public int Waiting => received.Reader.Count;

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>A delivery as it arrived.</summary>
internal sealed record ReceivedDelivery(string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string? Field(string name) => Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Body).RootElement;
}
