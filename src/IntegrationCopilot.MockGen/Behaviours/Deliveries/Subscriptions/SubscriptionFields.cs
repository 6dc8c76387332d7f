using System.Collections.Frozen;

namespace IntegrationCopilot.MockGen;

/// <summary>What vendors call the fields of a subscription beside its address.</summary>
internal static class SubscriptionFields
{
    /// <summary>Which events are wanted.</summary>
    public static FrozenSet<string> Events { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "events", "event_types", "eventTypes", "enabled_events", "enabledEvents", "types", "topics", "event_names", "eventNames", "subscribed_events",
            "subscribedEvents", "filter_types", "filterTypes", "triggers", "event_type", "eventType", "event", "topic", "subscriptions");

    /// <summary>What deliveries are signed with.</summary>
    public static FrozenSet<string> Secrets { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "secret", "signing_secret", "signingSecret",
        "webhook_secret", "webhookSecret", "secret_key", "secretKey", "signature_key", "signing_key", "hmac_secret", "shared_secret");

    /// <summary>Whether anything is delivered.</summary>
    public static FrozenSet<string> Switches { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "active", "enabled", "is_active", "isActive",
        "status");

    /// <summary>Whether the text of a switch means that nothing is delivered.</summary>
    public static bool IsOff(string text) => text.Contains("disabled", StringComparison.OrdinalIgnoreCase)
        || text.Contains("inactive", StringComparison.OrdinalIgnoreCase) || text.Contains("paused", StringComparison.OrdinalIgnoreCase);
}
