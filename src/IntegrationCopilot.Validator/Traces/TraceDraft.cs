using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// An exchange as it happened, secrets and all, before <see cref="TraceRedactor.Record(TraceDraft)"/> makes a <see cref="ApiTrace"/> of it. It is never stored.
/// </summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceDraft
{
    /// <summary>Identifier to use; null (the default) to make one from <see cref="StartedAt"/>.</summary>
    public string? Id { get; init; }

    /// <summary>When the request was sent.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From sending the request to the last byte of the response or to the error.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The kind of installation the exchange took place with.</summary>
    public required EnvironmentType Environment { get; init; }

    /// <summary>What made the exchange come about; default an application that records.</summary>
    public TraceOrigin Origin { get; init; } = TraceOrigin.External;

    /// <summary>The description that the exchange was judged by; null when it was judged by none.</summary>
    public TraceDocument? Document { get; init; }

    /// <summary>The operation of the API that was called; null when the request belongs to none.</summary>
    public TraceOperation? Operation { get; init; }

    /// <summary>What the operation does to what is behind the API; null when it is not known.</summary>
    public OperationEffect? Effect { get; init; }

    /// <summary>Identifier of the golden test that caused the exchange; null when none did.</summary>
    public string? CaseId { get; init; }

    /// <summary>The step of the golden test; null when none caused the exchange.</summary>
    public string? Step { get; init; }

    /// <summary>Whether the request was meant to be answered with an error.</summary>
    public bool IsErrorAskedFor { get; init; }

    /// <summary>Who made the call; null when that is not known.</summary>
    public string? Partner { get; init; }

    /// <summary>The request as sent.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>The response as received; null when none came.</summary>
    public RecordedResponse? Response { get; init; }

    /// <summary>Where in an error's body the API's own code stands, as its description says; null (the default) to look at the usual places.</summary>
    public NodePointer? ErrorCodePlace { get; init; }

    /// <summary>What stopped the exchange; null when nothing did. Its message becomes the trace's error.</summary>
    public Exception? Exception { get; init; }

    /// <summary>In what ways request and response do not conform to the API's document.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Says nothing of the exchange, which may hold secrets.</summary>
    public override string ToString() => $"{nameof(TraceDraft)} of {StartedAt:O}";
}
