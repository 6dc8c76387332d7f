namespace IntegrationCopilot.Validator;

/// <summary>HMAC-SHA256 of the body alone, in one header, with or without a prefix.</summary>
internal sealed class PlainHmacSignature(HmacSecrets secrets, string header, string prefix, SignatureEncoding encoding) : WebhookSignature
{
    public override IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body) =>
        [new(header, prefix + SignatureText.Encode(secrets.SignAll([], body)[0], encoding))];

    public override WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        if (Header(headers, header) is not { } value) return WebhookVerification.Missing(header);
        var signature = value.StartsWith(prefix, StringComparison.Ordinal) ? SignatureText.Decode(value.AsSpan(prefix.Length), encoding) : null;
        if (signature is null)
            return WebhookVerification.Malformed(header, $"{prefix}{(encoding == SignatureEncoding.Hex ? "64 hexadecimal digits" : "base64 of 32 bytes")}");
        return HmacSecrets.MatchAny(secrets.SignAll([], body), [signature]) ? WebhookVerification.Valid : WebhookVerification.NoMatch(header);
    }
}
