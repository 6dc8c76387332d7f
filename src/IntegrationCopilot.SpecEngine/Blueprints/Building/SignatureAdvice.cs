namespace IntegrationCopilot.SpecEngine;

/// <summary>How a partner tells genuine deliveries from others, by what the document says of their signatures.</summary>
internal static class SignatureAdvice
{
    private const string Constant = "compared in constant time";

    public static string Verification(IReadOnlyList<DeliverySignatureFact> signatures) => signatures.Count == 0
        ? "The document names no signature header: ask the vendor how deliveries are signed, and accept none that is not."
        : string.Join(" ",
            signatures.GroupBy(s => s.Scheme).Select(group => Verification(group.Key, string.Join(" and ", group.Select(s => Excerpt.Of(s.Header))))));

    /// <summary>What keeps a recorded delivery from being sent again.</summary>
    public static string Age(IReadOnlyList<DeliverySignatureFact> signatures) => signatures.Any(s => CoversTime(s.Scheme))
        ? "Refuse what is older than five minutes, so that a recorded delivery cannot be sent again."
        : "If a delivery carries a signed time, refuse it when that is more than five minutes ago, so that a recorded one cannot be sent again.";

    private static bool CoversTime(DeliverySignatureScheme scheme) =>
        scheme is DeliverySignatureScheme.StandardWebhooks or DeliverySignatureScheme.Svix or DeliverySignatureScheme.Stripe or DeliverySignatureScheme.Slack;

    private static string Verification(DeliverySignatureScheme scheme, string headers) => scheme switch
    {
        DeliverySignatureScheme.StandardWebhooks or DeliverySignatureScheme.Svix =>
            $"Verify {headers} as Standard Webhooks 1.0.0 has it: base64(HMAC-SHA256(key, id.timestamp.body)) over the body's bytes as received, {Constant} with each v1 signature of the list.",
        DeliverySignatureScheme.Stripe =>
            $"Verify {headers}, which holds t=TIME,v1=SIGNATURE: hex(HMAC-SHA256(key, TIME.body)) over the body's bytes as received, {Constant} with each v1 signature.",
        DeliverySignatureScheme.GitHub =>
            $"Verify {headers}, which holds sha256=SIGNATURE: hex(HMAC-SHA256(key, body)) over the body's bytes as received, {Constant}.",
        DeliverySignatureScheme.Slack =>
            $"Verify {headers}, which holds v0=SIGNATURE: hex(HMAC-SHA256(key, v0:TIME:body)) with the time of X-Slack-Request-Timestamp, over the body's bytes as received, {Constant}.",
        _ => $"Verify {headers} over the body's bytes as received, before parsing them, and compare in constant time.",
    };
}
