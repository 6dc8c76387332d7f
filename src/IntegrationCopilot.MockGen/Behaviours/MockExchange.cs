using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>One request to a mock and its answer.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockExchange
{
    /// <summary>The request as received. Its headers may hold credentials.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>The answer as sent.</summary>
    public required RecordedResponse Response { get; init; }

    /// <summary>The operation called; null when there is none.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>In what the request does not conform to the document; empty when it does or was refused before.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How long answering took, delays included.</summary>
    public TimeSpan Duration { get; init; }
}
