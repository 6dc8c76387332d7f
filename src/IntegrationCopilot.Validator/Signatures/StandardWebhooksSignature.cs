using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Standard Webhooks 1.0.0, <c>v1</c>: base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
/// <remarks>Source: standard-webhooks.md, "Webhook headers" and "Signature scheme". Entries of other versions, such as the asymmetric <c>v1a</c>, are passed over.</remarks>
internal sealed class StandardWebhooksSignature(HmacSecrets secrets, ReplayWindow window) : WebhookSignature
{
    private const string IdHeader = "webhook-id";
    private const string TimestampHeader = "webhook-timestamp";
    private const string SignatureHeader = "webhook-signature";
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    public static byte[] Decode(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var base64 = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException e)
        {
            throw new ArgumentException("A Standard Webhooks secret is base64, with or without the prefix whsec_.", nameof(secret), e);
        }
    }

    public override IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(messageId);
        var timestamp = window.Now;
        var signatures = secrets.SignAll(SignedText(messageId, timestamp), body).Select(signature => Version + Convert.ToBase64String(signature));
        return [new(IdHeader, messageId), new(TimestampHeader, timestamp), new(SignatureHeader, string.Join(' ', signatures))];
    }

    public override WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        if (Header(headers, IdHeader) is not { Length: > 0 } id) return WebhookVerification.Missing(IdHeader);
        if (Header(headers, TimestampHeader) is not { Length: > 0 } timestamp) return WebhookVerification.Missing(TimestampHeader);
        if (Header(headers, SignatureHeader, ' ') is not { Length: > 0 } list) return WebhookVerification.Missing(SignatureHeader);
        if (window.Check(timestamp, TimestampHeader) is { } refusal) return refusal;
        if (!list.Contains(',', StringComparison.Ordinal)) return WebhookVerification.Malformed(SignatureHeader, "a list of signatures such as v1,BASE64");
        var expected = secrets.SignAll(SignedText(id, timestamp), body);
        return HmacSecrets.MatchAny(expected, Candidates(list)) ? WebhookVerification.Valid : WebhookVerification.NoMatch(SignatureHeader);
    }

    private static byte[] SignedText(string id, string timestamp) => Encoding.UTF8.GetBytes($"{id}.{timestamp}.");

    private static IEnumerable<byte[]> Candidates(string list) =>
        from entry in list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where entry.StartsWith(Version, StringComparison.Ordinal)
        select SignatureText.Decode(entry.AsSpan(Version.Length), SignatureEncoding.Base64) into signature
        where signature is not null
        select signature;
}
