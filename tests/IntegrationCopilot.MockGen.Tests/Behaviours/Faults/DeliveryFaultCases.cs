using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Cases of faults that show in what a subscriber receives.</summary>
internal static class DeliveryFaultCases
{
    public static IEnumerable<FaultCase> Cases { get; } =
    [
        Case("unsigned-delivery", "genuine", nameof(WebhookRefusal.MissingHeader), VerifyAsync),
        Case("tampered-delivery", "genuine", nameof(WebhookRefusal.NoMatch), VerifyAsync),
        Case("stale-delivery", "genuine", nameof(WebhookRefusal.TimestampTooOld), VerifyAsync),
        Case("wrong-key-delivery", "genuine", nameof(WebhookRefusal.NoMatch), VerifyAsync),
        Case("truncated-delivery", "genuine", nameof(WebhookRefusal.NoMatch), VerifyAsync),
        Case("repeated-delivery", "1", "2", CountAsync),
        Case("missing-delivery", "1", "0", CountAsync),
    ];

    private static FaultCase Case(string fault, string right, string wrong, Func<FaultProbe, Task<string>> look) =>
        new(fault, right, wrong, Paying.Document, look);

    private static async Task<string> VerifyAsync(FaultProbe probe)
    {
        await probe.StatusAsync("POST", "payments", """{"amount":5}""");
        var delivery = await probe.Receiver.NextAsync();
        return WebhookSignature.StandardWebhooks([DeliveryOptions.DefaultSecret], TimeProvider.System).Verify(delivery.Headers,
            delivery.Body).Refusal?.ToString() ?? "genuine";
    }

    private static async Task<string> CountAsync(FaultProbe probe)
    {
        await probe.StatusAsync("POST", "payments", """{"amount":5}""");
        await probe.Deliveries.WhenIdleAsync();
        return probe.Receiver.Waiting.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
