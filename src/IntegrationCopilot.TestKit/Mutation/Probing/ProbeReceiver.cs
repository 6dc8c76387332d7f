using System.Text;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Receives, in memory, whatever a probed mock delivers, and takes it.</summary>
internal sealed class ProbeReceiver : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<string> received = [];

    /// <summary>Where deliveries go that nobody has subscribed to.</summary>
    public static Uri Address { get; } = new("https://receiver.example/deliveries");

    /// <summary>What came since the last look, in an order that does not depend on chance, when nothing is under way any more.</summary>
    public async Task<string> TakeAsync(MockDeliveries deliveries, CancellationToken cancellationToken)
    {
        await deliveries.WhenIdleAsync(cancellationToken);
        lock (gate)
        {
            var text = string.Join('\n', received.Order(StringComparer.Ordinal));
            received.Clear();
            return text;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder($"delivered {request.Method} {request.RequestUri}\n");
        if (request.Content is { } content) text.Append(FieldText.Of(request.Headers, content.Headers))
            .Append(Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync(cancellationToken)));
        else text.Append(FieldText.Of(request.Headers));
        lock (gate) received.Add(text.ToString());
        return new HttpResponseMessage(System.Net.HttpStatusCode.OK);
    }
}
