using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>A request that an <see cref="IDeliveryInbox"/> received.</summary>
/// <param name="Request">The request; its URL is path and query as they were sent.</param>
/// <param name="ReceivedAt">When its last byte was there.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ReceivedDelivery(RecordedRequest Request, DateTimeOffset ReceivedAt)
{
    /// <summary>Whether the body was longer than what is kept, and breaks off in <see cref="Request"/>. Default not.</summary>
    public bool IsCut { get; init; }
}
