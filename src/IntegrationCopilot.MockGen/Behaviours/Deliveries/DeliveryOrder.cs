namespace IntegrationCopilot.MockGen;

/// <summary>A delivery that is asked for, beside those that requests cause.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveryOrder
{
    /// <summary>Where it goes; null (the default) to all who have subscribed, else to <see cref="DeliveryOptions.Address"/>.</summary>
    public Uri? Address { get; init; }

    /// <summary>Which of the webhook's events it tells, for example <c>payment.captured</c>; null (the default) for the one its sample has.</summary>
    public string? EventType { get; init; }

    /// <summary>The whole body, sent as it is; empty (the default) for a sample.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The thing it is about, a JSON object that a sample is filled with; empty (the default) for none.</summary>
    public ReadOnlyMemory<byte> Thing { get; init; }

    /// <summary>What is wrong with it; null (the default) for <see cref="DeliveryOptions.Defect"/>.</summary>
    public DeliveryDefect? Defect { get; init; }
}
