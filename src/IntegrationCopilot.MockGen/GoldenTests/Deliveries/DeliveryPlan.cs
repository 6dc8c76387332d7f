using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A delivery that a test can bring about.</summary>
/// <param name="Webhook">The webhook or callback.</param>
/// <param name="Cause">The operation that causes it.</param>
/// <param name="Delivery">What the step of the test is told.</param>
/// <param name="Variables">The variables of its requests.</param>
/// <param name="IsCertain">Whether the document leaves no doubt that the operation causes it.</param>
internal sealed record DeliveryPlan(ApiOperation Webhook, ApiOperation Cause, StepDelivery Delivery, IReadOnlyList<TestVariable> Variables, bool IsCertain);
