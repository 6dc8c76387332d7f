using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A delivery that is ready to be sent.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Webhook">The webhook or callback.</param>
/// <param name="Address">Where it goes, as registered.</param>
/// <param name="Message">What is sent.</param>
internal sealed record DeliveryDraft(string Id, ApiOperation Webhook, string Address, DeliveryMessage Message)
{
    public string? EventType { get; init; }

    public string? Cause { get; init; }

    public DeliveryDefect Defect { get; init; }

    /// <summary>The subscriber's own secret; null for that of the options.</summary>
    public string? Secret { get; init; }

    /// <summary>Told when the receiver answers 410: it wants no more.</summary>
    public Action? OnGone { get; init; }
}

/// <summary>The content of a delivery.</summary>
/// <param name="ContentType">Its content type; null when it has no body.</param>
/// <param name="Body">Its body.</param>
/// <param name="Headers">Header fields that the document describes beside the signature's.</param>
internal sealed record DeliveryMessage(string? ContentType, ReadOnlyMemory<byte> Body, IReadOnlyList<KeyValuePair<string, string>> Headers);
