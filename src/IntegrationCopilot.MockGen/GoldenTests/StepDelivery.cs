using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A delivery that the API is brought to send: who asks for it, what causes it, and how it is signed.</summary>
/// <remarks>
/// Its requests are sent once in a run, and what arrives is shared by all tests that ask for the same. In them <c>{{ webhook_url }}</c> stands for the address
/// that the runner listens at.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StepDelivery
{
    /// <summary>The variable for the address that deliveries are sent to.</summary>
    public const string AddressVariable = "webhook_url";

    /// <summary>The variable for the secret that deliveries are signed with.</summary>
    public const string SecretVariable = "webhook_secret";

    /// <summary><see cref="ApiOperation.Id"/> of the webhook, or of a callback of the operation that <see cref="Cause"/> calls.</summary>
    public required string Webhook { get; init; }

    /// <summary>
    /// The request that registers the address; null where <see cref="Cause"/> holds it, or a person has to register it because the document does not show how.
    /// </summary>
    public StepRequest? Subscribe { get; init; }

    /// <summary>The request whose success makes the API deliver.</summary>
    public required StepRequest Cause { get; init; }

    /// <summary>By what the delivery that is meant is told from others; null when every one of the webhook will do.</summary>
    public DeliveredEvent? Event { get; init; }

    /// <summary>How it is signed; null when the document describes no signature.</summary>
    public DeliverySignature? Signature { get; init; }

    /// <summary>JSON Pointer into the answer of <see cref="Subscribe"/>, to the secret; null when that tells none.</summary>
    public string? SecretPointer { get; init; }

    /// <summary>Whether the document allows addresses of https only.</summary>
    public bool NeedsHttps { get; init; }

    /// <summary>The delivery as compact JSON, for comparing and searching.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, SuiteJson.Default.StepDelivery);
}

/// <summary>The field of a delivery's body that says what happened.</summary>
/// <param name="Field">Name of the member.</param>
/// <param name="Type">Its value.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveredEvent(string Field, string Type);

/// <summary>How a delivery is signed, as far as the document says.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Header">The header that carries the signature.</param>
/// <param name="Required">Whether that header must be there.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliverySignature(DeliverySignatureScheme Scheme, string Header, bool Required)
{
    /// <summary>Whether the time of signing is signed too.</summary>
    [JsonIgnore]
    public bool HasTime => Scheme is DeliverySignatureScheme.StandardWebhooks or DeliverySignatureScheme.Svix or DeliverySignatureScheme.Stripe
        or DeliverySignatureScheme.Slack;

    /// <summary>Whether the scheme is known to the last byte; of others only the header is.</summary>
    [JsonIgnore]
    public bool IsKnown => Scheme is not (DeliverySignatureScheme.Hmac or DeliverySignatureScheme.Unknown);
}

/// <summary>What is changed about a delivery that was received, to see that its signature means something.</summary>
public enum DeliveryChange
{
    /// <summary>Nothing: it must verify as it came.</summary>
    None,

    /// <summary>One byte of the body: what verified must do so no longer.</summary>
    Body,

    /// <summary>The time it is looked at: it must verify when it comes, and no longer past the verifier's tolerance.</summary>
    Age,

    /// <summary>The secret: what verified with the agreed one must not do so with another.</summary>
    Secret,
}
