using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The requests that a step can send.</summary>
internal static class StepRequests
{
    /// <summary>Its own, that of its control, and those that bring its delivery about.</summary>
    public static IEnumerable<StepRequest> Of(TestStep step) =>
        ((StepRequest?[])[step.Request, step.Control, step.Delivery?.Subscribe, step.Delivery?.Cause]).OfType<StepRequest>();
}
