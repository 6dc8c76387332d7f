using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Stripe's scheme: <c>t=TIMESTAMP,v1=HEX</c> with HMAC-SHA256 over <c>TIMESTAMP.BODY</c>.</summary>
/// <remarks>Entries of other versions are passed over; a second <c>t</c> is refused, because it is not clear which one was signed.</remarks>
internal sealed class StripeStyleSignature(HmacSecrets secrets, ReplayWindow window, string header) : WebhookSignature
{
    private const string Timestamp = "t";
    private const string Version = "v1";

    public override IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body)
    {
        var timestamp = window.Now;
        var signatures = secrets.SignAll(SignedText(timestamp), body).Select(signature => $",{Version}={Convert.ToHexStringLower(signature)}");
        return [new(header, $"{Timestamp}={timestamp}{string.Concat(signatures)}")];
    }

    public override WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        if (Header(headers, header) is not { } value) return WebhookVerification.Missing(header);
        var entries = value.Split(',').Select(entry => entry.Trim().Split('=', 2)).ToList();
        var timestamps = entries.Where(entry => entry.Length == 2 && string.Equals(entry[0], Timestamp, StringComparison.Ordinal)).ToList();
        if (timestamps.Count != 1) return WebhookVerification.Malformed(header, "a list such as t=SECONDS,v1=HEX with one t");
        var timestamp = timestamps[0][1];
        if (window.Check(timestamp, header) is { } refusal) return refusal;
        var signatures = entries.Where(entry => entry.Length == 2 && !string.Equals(entry[0], Timestamp, StringComparison.Ordinal)).ToList();
        var own = signatures.Where(entry => string.Equals(entry[0], Version, StringComparison.Ordinal)).ToList();
        if (own.Count == 0) return WebhookVerification.OtherVersions(header, Version, signatures.Select(entry => entry[0]));
        var candidates = own.Select(entry => SignatureText.Decode(entry[1], SignatureEncoding.Hex)).OfType<byte[]>();
        return HmacSecrets.MatchAny(secrets.SignAll(SignedText(timestamp), body), candidates) ? WebhookVerification.Valid : WebhookVerification.NoMatch(header);
    }

    private static byte[] SignedText(string timestamp) => Encoding.UTF8.GetBytes(timestamp + ".");
}
