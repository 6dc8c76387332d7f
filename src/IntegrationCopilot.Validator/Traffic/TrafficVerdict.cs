using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What became of a recorded exchange.</summary>
public enum TrafficOutcome
{
    /// <summary>It was judged: the request belongs to an operation, or to none although it is one with the API.</summary>
    Judged,

    /// <summary>It is with another host or another part of it, or it fetched a page, script, style or picture.</summary>
    NotOfApi,

    /// <summary>A browser asked whether it may call (CORS preflight, Fetch standard, section 3.2); no application does.</summary>
    Preflight,

    /// <summary>Which operation it is for cannot be told, because its path is not known.</summary>
    Unknown,
}

/// <summary>In what way a recorded exchange does not conform.</summary>
/// <param name="Direction">Which message it is about.</param>
/// <param name="Finding">What was found. What an API refused, as it should, is a warning.</param>
/// <param name="IsRefused">Whether it is about a request that the API answered with 4xx.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficFinding(MessageDirection Direction, Finding Finding, bool IsRefused);

/// <summary>What a description says of a recorded exchange.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficVerdict
{
    /// <summary>What became of it.</summary>
    public required TrafficOutcome Outcome { get; init; }

    /// <summary>The operation; null when there is none for it.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>What does not conform, the request first.</summary>
    public IReadOnlyList<TrafficFinding> Findings { get; init; } = [];

    /// <summary>The places that were not judged, because the recording does not hold them.</summary>
    public IReadOnlyList<UnknownPlace> Unknown { get; init; } = [];

    /// <summary>Whether no finding is an error.</summary>
    public bool IsValid => !Findings.Any(f => f.Finding.Severity == FindingSeverity.Error);
}
