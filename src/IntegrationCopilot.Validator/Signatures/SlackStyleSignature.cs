using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Slack's scheme: <c>v0=HEX</c> in one header with HMAC-SHA256 over <c>v0:TIMESTAMP:BODY</c>, the timestamp in another.</summary>
/// <remarks>Source: "Verifying requests from Slack".</remarks>
internal sealed class SlackStyleSignature(HmacSecrets secrets, ReplayWindow window) : WebhookSignature
{
    private const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const string SignatureHeader = "X-Slack-Signature";
    private const string Version = "v0=";

    public override IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body)
    {
        var timestamp = window.Now;
        return [new(TimestampHeader, timestamp), new(SignatureHeader, Version + Convert.ToHexStringLower(secrets.SignAll(SignedText(timestamp), body)[0]))];
    }

    public override WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        if (Header(headers, TimestampHeader) is not { } timestamp) return WebhookVerification.Missing(TimestampHeader);
        if (Header(headers, SignatureHeader) is not { } value) return WebhookVerification.Missing(SignatureHeader);
        if (window.Check(timestamp, TimestampHeader) is { } refusal) return refusal;
        var signature = value.StartsWith(Version, StringComparison.Ordinal) ? SignatureText.Decode(value.AsSpan(Version.Length), SignatureEncoding.Hex) : null;
        if (signature is null) return WebhookVerification.Malformed(SignatureHeader, $"{Version}64 hexadecimal digits");
        return HmacSecrets.MatchAny(secrets.SignAll(SignedText(timestamp), body), [signature]) ? WebhookVerification.Valid
            : WebhookVerification.NoMatch(SignatureHeader);
    }

    private static byte[] SignedText(string timestamp) => Encoding.UTF8.GetBytes($"v0:{timestamp}:");
}
