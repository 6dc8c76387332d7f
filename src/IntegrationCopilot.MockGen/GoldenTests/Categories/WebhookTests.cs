using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Deliveries can be told from forgeries.</summary>
internal static class WebhookTests
{
    private const string Secret = "webhook_secret";
    private const string WhyMock = "the delivery is made here and not by the API, so that nothing would be said about a real one.";
    private static readonly string[] StandardHeaders = ["webhook-id", "webhook-timestamp", "webhook-signature"];

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("webhook-genuine", "A genuine delivery is accepted", WebhookChange.None),
        Template("webhook-changed-body", "A delivery whose body was changed is refused", WebhookChange.Body),
        Template("webhook-old-timestamp", "A delivery signed long ago is refused", WebhookChange.OldTimestamp),
        Template("webhook-wrong-secret", "A delivery signed with another secret is refused", WebhookChange.WrongSecret),
    ];

    private sealed record Signed(ApiOperation Webhook, ApiMediaType Media, WebhookSignatureScheme Scheme, string Header);

    private static GoldenTemplate Template(string id, string name, WebhookChange change) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Webhook, Document = material => Draft(material, change) };

    private static TestDraft Draft(TestMaterial material, WebhookChange change)
    {
        var described = material.Spec.Webhooks.Concat(material.Spec.Operations.SelectMany(operation => operation.Callbacks)).ToList();
        if (described.Count == 0) return TestDraft.Not("The document has operations to subscribe to webhooks, but describes no delivery.");
        foreach (var signed in described.Select(SignatureOf).OfType<Signed>())
        {
            if (change == WebhookChange.OldTimestamp && signed.Scheme is WebhookSignatureScheme.GitHub or WebhookSignatureScheme.HmacSha256)
                return TestDraft.Not($"The signature in {signed.Header} covers no time, so an old delivery cannot be told from a new one.");
            var payload = material.Samples.ForBody(signed.Media, MessageDirection.Request);
            if (payload.Found) return Delivery(material, signed, Encoding.UTF8.GetString(payload.Json.Span), change);
        }

        return TestDraft.Not(described.SelectMany(webhook => webhook.Facts).OfType<DeliverySignatureFact>().FirstOrDefault() is { } other
            ? $"No delivery can be signed as the document says ({other})."
            : "The document describes deliveries, but no header that carries a signature, such as webhook-signature (Standard Webhooks 1.0.0).");
    }

    private static TestDraft Delivery(TestMaterial material, Signed signed, string payload, WebhookChange change)
    {
        var genuine = change == WebhookChange.None;
        var sample = new WebhookSample
        {
            Webhook = signed.Webhook.Id,
            Scheme = signed.Scheme,
            Header = signed.Header,
            Payload = TemplateEscapes.Escape(payload),
            Secret = $"{{{{ {Secret} }}}}",
            Change = change,
        };
        return new TestDraft
        {
            MockOnly = WhyMock,
            Operation = signed.Webhook.Id,
            Variables = [new TestVariable { Name = Secret, Secret = true, Invented = true, Default = "whsec_bG9jYWwtdGVzdC1zZWNyZXQtb2YtdGhlLW1vY2s=",
                Description = "The secret that deliveries are signed with." }],
            Steps = [new TestStep { Name = "deliver", Webhook = sample,
                Assertions =
                [new SignatureAssertion(genuine), .. genuine && SignsAllRequired(material, signed) ? new TestAssertion[] { new ConformsAssertion() } : []] }],
        };
    }

    /// <summary>Headers that are required but not part of the signature are not made here, and the identifier made for a message is a UUID.</summary>
    private static bool SignsAllRequired(TestMaterial material, Signed signed) =>
        signed.Webhook.Parameters.All(parameter => IsSignature(signed, parameter) ? IsUuidAllowed(material, parameter) : !parameter.Required);

    private static bool IsSignature(Signed signed, ApiParameter parameter) =>
        parameter.Name.Equals(signed.Header, StringComparison.OrdinalIgnoreCase)
            || (signed.Scheme == WebhookSignatureScheme.StandardWebhooks && StandardHeaders.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase));

    private static bool IsUuidAllowed(TestMaterial material, ApiParameter parameter) =>
        !parameter.Name.Equals("webhook-id", StringComparison.OrdinalIgnoreCase) || material.Accepts(parameter.Schema, IdempotencyKeys.Example);

    private static Signed? SignatureOf(ApiOperation webhook)
    {
        if (webhook.RequestBody?.Content.FirstOrDefault(media => media.IsJson) is not { } media) return null;
        return webhook.Facts.OfType<DeliverySignatureFact>()
            .Select(fact => SchemeOf(fact.Scheme) is { } scheme ? new Signed(webhook, media, scheme, fact.Header) : null)
            .FirstOrDefault(signed => signed is not null);
    }

    /// <summary>The scheme to sign with; null when none of ours is the document's. A header that says no more is taken for a plain HMAC.</summary>
    private static WebhookSignatureScheme? SchemeOf(DeliverySignatureScheme scheme) => scheme switch
    {
        DeliverySignatureScheme.StandardWebhooks => WebhookSignatureScheme.StandardWebhooks,
        DeliverySignatureScheme.Stripe => WebhookSignatureScheme.Stripe,
        DeliverySignatureScheme.GitHub => WebhookSignatureScheme.GitHub,
        DeliverySignatureScheme.Hmac or DeliverySignatureScheme.Unknown => WebhookSignatureScheme.HmacSha256,
        _ => null,
    };
}
