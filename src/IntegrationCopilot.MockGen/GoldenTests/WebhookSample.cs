namespace IntegrationCopilot.MockGen;

/// <summary>How a webhook delivery is signed.</summary>
public enum WebhookSignatureScheme
{
    /// <summary>
    /// Standard Webhooks 1.0.0: headers <c>webhook-id</c>, <c>webhook-timestamp</c>, <c>webhook-signature</c>; HMAC-SHA256 over <c>id.timestamp.body</c>,
    /// Base64, prefixed <c>v1,</c>.
    /// </summary>
    StandardWebhooks,

    /// <summary><c>Stripe-Signature: t=…,v1=…</c>; HMAC-SHA256 over <c>timestamp.body</c>, hexadecimal.</summary>
    Stripe,

    /// <summary><c>X-Hub-Signature-256: sha256=…</c>; HMAC-SHA256 over the body, hexadecimal; no timestamp.</summary>
    GitHub,

    /// <summary>A header named by the document, holding HMAC-SHA256 over the body, hexadecimal; no timestamp.</summary>
    HmacSha256,
}

/// <summary>What is changed about a delivery between signing and verifying.</summary>
public enum WebhookChange
{
    /// <summary>Nothing: the delivery is genuine.</summary>
    None,

    /// <summary>One byte of the body.</summary>
    Body,

    /// <summary>The signing time: ten minutes before the verifier's clock. The signature itself is genuine.</summary>
    OldTimestamp,

    /// <summary>The verifier's secret is another one.</summary>
    WrongSecret,

    /// <summary>The signature is left out.</summary>
    NoSignature,
}

/// <summary>A webhook delivery, signed and verified locally.</summary>
public sealed record WebhookSample
{
    /// <summary><see cref="SpecEngine.ApiOperation.Id"/> of the webhook or callback it is a delivery of.</summary>
    public required string Webhook { get; init; }

    /// <summary>How it is signed.</summary>
    public required WebhookSignatureScheme Scheme { get; init; }

    /// <summary>The header that carries the signature.</summary>
    public required string Header { get; init; }

    /// <summary>The delivered body, JSON text that conforms to the webhook's schema.</summary>
    public required string Payload { get; init; }

    /// <summary>The secret to sign with; usually <c>{{ webhook_secret }}</c>.</summary>
    public required string Secret { get; init; }

    /// <summary>What is changed before it is verified.</summary>
    public WebhookChange Change { get; init; }
}
