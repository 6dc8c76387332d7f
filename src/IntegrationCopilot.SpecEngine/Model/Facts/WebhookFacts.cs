namespace IntegrationCopilot.SpecEngine;

/// <summary>The document describes a message that the API sends to the partner.</summary>
/// <param name="DeliveredAs">Webhook or callback.</param>
/// <param name="Name">The webhook's name, or the callback's expression for the address.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveryFact(OperationKind DeliveredAs, string Name) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Webhooks;

    /// <inheritdoc />
    public override string Kind => DeliveredAs == OperationKind.Callback ? "callback" : "webhook";
}

/// <summary>An operation takes the address that the API is to call.</summary>
/// <param name="Address">The field of the body that takes it.</param>
/// <param name="Dedicated">Whether the operation is there to subscribe; otherwise the address comes along with something else.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SubscriptionFact(MessageField Address, bool Dedicated) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Webhooks;

    /// <inheritdoc />
    public override string Kind => "subscription";
}

/// <summary>A header of a delivery carries its signature. It is a fact of the webhook or callback itself.</summary>
/// <param name="Scheme">How it is signed.</param>
/// <param name="Header">The header with the signature, as the document writes it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliverySignatureFact(DeliverySignatureScheme Scheme, string Header) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Webhooks;

    /// <summary>The header with the time of signing; null when the document describes none.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>The header with the delivery's identifier; null when the document describes none.</summary>
    public string? IdHeader { get; init; }
}

/// <summary>How a delivery is signed, by what the document names.</summary>
public enum DeliverySignatureScheme
{
    /// <summary>The document names a header, and nothing by which the scheme could be told.</summary>
    Unknown,

    /// <summary>Standard Webhooks 1.0.0: <c>webhook-signature</c> over <c>id.timestamp.body</c>.</summary>
    StandardWebhooks,

    /// <summary>Svix: as Standard Webhooks, under <c>svix-</c> names.</summary>
    Svix,

    /// <summary><c>t=…,v1=…</c> in one header, over <c>timestamp.body</c>, as Stripe does.</summary>
    Stripe,

    /// <summary><c>X-Hub-Signature-256: sha256=…</c> over the body, as GitHub does.</summary>
    GitHub,

    /// <summary><c>X-Slack-Signature: v0=…</c> over <c>v0:timestamp:body</c>, as Slack does.</summary>
    Slack,

    /// <summary>A plain HMAC in a header of the vendor's.</summary>
    Hmac,
}
