using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Says what a document lacks for a test, for people.</summary>
internal static class MissingCapabilities
{
    public static string Reason(string capability, string who) => capability switch
    {
        CapabilityIds.Auth => $"{who} describes no authentication.",
        CapabilityIds.WriteOperations => $"{who} has no operation that writes.",
        CapabilityIds.Idempotency => $"{who} describes no idempotency key, such as a header Idempotency-Key.",
        CapabilityIds.Webhooks => $"{who} describes no webhooks.",
        CapabilityIds.RateLimiting => $"{who} describes no rate limit: neither an answer 429 nor a rate-limit header.",
        CapabilityIds.Refunds => $"{who} has no refund, reversal, void or cancellation.",
        CapabilityIds.Pagination => $"{who} has no list that comes in pages.",
        _ => $"{who} lacks the capability '{capability}'.",
    };
}
