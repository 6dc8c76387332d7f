using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What happens is delivered as described, and signed so that the receiver can tell it from a forgery.</summary>
/// <remarks>All of them look at the same delivery, which the API is brought to send once in a run.</remarks>
internal static class WebhookTests
{
    private const string Standard = "Standard Webhooks 1.0.0";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("webhook-genuine", "What happens is delivered once, as described", Genuine),
        Template("webhook-changed-body", "The signature of a delivery covers its body", plan => Signed(plan, DeliveryChange.Body)),
        Template("webhook-old-timestamp", "A delivery is signed with the time it is sent at", Timed),
        Template("webhook-wrong-secret", "A delivery is signed with the agreed secret and no other", plan => Signed(plan, DeliveryChange.Secret)),
    ];

    private static GoldenTemplate Template(string id, string name, Func<DeliveryPlan, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Webhook, Document = material => Draft(material, make) };

    private static TestDraft Draft(TestMaterial material, Func<DeliveryPlan, TestDraft> make)
    {
        var (plan, problem) = material.Deliveries.Best;
        return plan is null ? TestDraft.Not(problem!) : make(plan);
    }

    private static TestDraft Genuine(DeliveryPlan plan) => Draft(plan,
    [
        new DeliveredAssertion(plan.IsCertain) { Ground = $"{Expect.Place(plan.Webhook.Node)}, caused by {plan.Cause.Id}" },
        new ConformsAssertion(),
        new DeliveredOnceAssertion(IsStandard(plan)) { Ground = $"{Standard}, Deliverability and reliability" },
        .. plan.Delivery.Signature is null ? [] : new TestAssertion[] { new SignatureAssertion(DeliveryChange.None) { Ground = Ground(plan) } },
    ]);

    private static TestDraft Timed(DeliveryPlan plan) => plan.Delivery.Signature is { HasTime: false } signature
        ? TestDraft.Not($"The signature in {signature.Header} is not known to cover a time, so an old delivery cannot be told from a new one.")
        : Signed(plan, DeliveryChange.Age);

    private static TestDraft Signed(DeliveryPlan plan, DeliveryChange change) => plan.Delivery.Signature is null
        ? TestDraft.Not($"The document describes no header of '{plan.Webhook.Path}' that carries a signature, such as webhook-signature ({Standard}).")
        : Draft(plan, [new SignatureAssertion(change) { Ground = Ground(plan) }]);

    private static TestDraft Draft(DeliveryPlan plan, IReadOnlyList<TestAssertion> assertions) => new()
    {
        Operation = plan.Webhook.Id,
        Variables = plan.Variables,
        Steps = [new TestStep { Name = "deliver", Delivery = plan.Delivery, Shared = true, Assertions = assertions }],
    };

    private static bool IsStandard(DeliveryPlan plan) =>
        plan.Delivery.Signature?.Scheme is DeliverySignatureScheme.StandardWebhooks or DeliverySignatureScheme.Svix;

    private static string Ground(DeliveryPlan plan) => $"the header {plan.Delivery.Signature!.Header} at {Expect.Place(plan.Webhook.Node)}";
}
