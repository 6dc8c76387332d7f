using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What became of a delivery that the API was brought to send.</summary>
/// <param name="Webhook">What it is one of.</param>
/// <param name="Address">Where it was to go.</param>
/// <param name="Arrival">What came.</param>
internal sealed record DeliveryOutcome(ApiOperation Webhook, string Address, DeliveryArrival Arrival)
{
    /// <summary>The delivery; null when none came.</summary>
    public ReceivedDelivery? Received => Arrival.Received;

    /// <summary>How it compares with the document; null when none came.</summary>
    public MessageVerdict? Verdict { get; init; }

    /// <summary>The secret it is to be signed with; null when nobody told it.</summary>
    public string? Secret { get; init; }

    /// <summary>Ids of the traces of its exchanges.</summary>
    public IReadOnlyList<string> TraceIds { get; init; } = [];
}
