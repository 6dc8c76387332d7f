namespace IntegrationCopilot.MockGen;

/// <summary>Somebody who wants webhooks, as registered through an operation of the API.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliverySubscription
{
    /// <summary>Where webhooks are to go, as registered.</summary>
    public required string Address { get; init; }

    /// <summary>The operation it was registered through, for example <c>POST /webhooks</c>.</summary>
    public required string RegisteredBy { get; init; }

    /// <summary>The events wanted, as registered; empty for all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Identifier of the subscription, or of the thing that the address came along with; null when the answer had none.</summary>
    public string? Id { get; init; }

    /// <summary>Whether webhooks are sent to it: it was not switched off, and the receiver has not answered 410.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Name of the resource that <see cref="Id"/> is one of; null when the operation belongs to none.</summary>
    internal string? Resource { get; init; }

    /// <summary>Whether all that is wanted are events of the thing it came along with.</summary>
    internal bool IsOfOneThing { get; init; }

    /// <summary>The secret that goes with it; null for that of the options.</summary>
    internal string? Secret { get; init; }

    internal bool Wants(DeliveryEvent told, string? resource, string? id) =>
        IsActive && (!IsOfOneThing || (Resource == resource && Id is not null && Id == id)) && (Events.Count == 0 || Events.Any(told.IsMeantBy));
}
