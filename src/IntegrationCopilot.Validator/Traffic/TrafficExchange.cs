namespace IntegrationCopilot.Validator;

/// <summary>An exchange with some API that was recorded earlier, by whatever recorder.</summary>
/// <remarks>It may hold secrets: what of it is shown to people goes through a <see cref="TraceRedactor"/> first, as in <see cref="TrafficTally"/>.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficExchange
{
    /// <summary>Where it was read; null when it was read nowhere.</summary>
    public TrafficPlace? Place { get; init; }

    /// <summary>When the request was sent; null when the recording does not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The request.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>The response; null when none came.</summary>
    public RecordedResponse? Response { get; init; }

    /// <summary>What of the exchange the recording does not hold; nothing is found of these places. Default none.</summary>
    public IReadOnlyList<UnknownPlace> Unknown { get; init; } = [];

    /// <summary>Whether the recorder knew the exchange to be one with an API that was described to it, whatever its host; default false.</summary>
    public bool IsOfDescribedApi { get; init; }

    /// <summary>Says nothing of the exchange, which may hold secrets.</summary>
    public override string ToString() => $"{nameof(TrafficExchange)} {Place}";
}

/// <summary>Where an exchange stands in a recording.</summary>
/// <param name="File">The file as it was named; empty for a stream without a name.</param>
/// <param name="Number">Which exchange of the file, 1-based.</param>
/// <param name="Line">The line it begins on, 1-based.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficPlace(string File, int Number, int Line)
{
    /// <summary><c>file:line</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>A place of a recorded exchange whose value is not known.</summary>
/// <param name="Direction">Which message it is of.</param>
/// <param name="Where">The place, spelled as in <see cref="TraceRequest.Unknown"/>: <c>path</c>, <c>query</c>, <c>query.key</c>, <c>header.Authorization</c>,
/// <c>body/card/number</c>, <c>body</c>.</param>
/// <param name="Reason">Why it is not known.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record UnknownPlace(MessageDirection Direction, string Where, UnknownReason Reason);

/// <summary>Why a place of a recorded exchange is not known.</summary>
public enum UnknownReason
{
    /// <summary>A secret was taken out.</summary>
    Redacted,

    /// <summary>The recorder left it out.</summary>
    NotRecorded,

    /// <summary>The recorder kept its beginning only, or a text from which its bytes cannot be told.</summary>
    Damaged,
}
