using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What became of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>It is under way, or waits for another attempt.</summary>
    Pending,

    /// <summary>The receiver answered with a status of 200 to 299.</summary>
    Delivered,

    /// <summary>No attempt succeeded, or the receiver answered 410 (Gone).</summary>
    GivenUp,

    /// <summary>It was never tried; <see cref="DeliveryRecord.Problem"/> says why.</summary>
    NotSent,

    /// <summary>The mock was stopped before it was through.</summary>
    Cancelled,
}

/// <summary>A delivery of a webhook or callback as it stood when it was asked for.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveryRecord
{
    /// <summary>Its identifier, the same for all attempts.</summary>
    public required string Id { get; init; }

    /// <summary>The webhook or callback.</summary>
    public required ApiOperation Webhook { get; init; }

    /// <summary>Which of the webhook's events it tells, for example <c>payment.captured</c>; null when it has no types.</summary>
    public string? EventType { get; init; }

    /// <summary>Where it goes, as registered. It may be no address at all; then it is not sent.</summary>
    public required string Address { get; init; }

    /// <summary>The operation that caused it, for example <c>POST /payments</c>; null when it was asked for.</summary>
    public string? Cause { get; init; }

    /// <summary>What is wrong with it on purpose.</summary>
    public DeliveryDefect Defect { get; init; }

    /// <summary>Its content type; null when it has no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>Its body before anything was spoilt.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Why it was not sent, in one sentence; null when it was or will be.</summary>
    public string? Problem { get; init; }

    /// <summary>The attempts, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts { get; init; } = [];
}

/// <summary>One attempt to deliver.</summary>
/// <param name="At">When it began.</param>
/// <param name="Headers">The header fields sent, content type included.</param>
/// <param name="Body">The body sent.</param>
/// <param name="Status">Status of the receiver's answer; null when there was none.</param>
/// <param name="Error">Why there was no answer; null when there was one.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveryAttempt(DateTimeOffset At, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, int? Status,
    string? Error)
{
    /// <summary>Whether the receiver took it: 200 to 299. Redirects are refusals (Standard Webhooks 1.0.0).</summary>
    public bool Succeeded => Status is >= 200 and < 300;
}
