using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What recorded traffic shows of an API, folded.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficReport
{
    /// <summary>Exchanges that were added.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Those that were judged.</summary>
    public required int Judged { get; init; }

    /// <summary>Those of <see cref="Judged"/> with at least one error.</summary>
    public required int Failed { get; init; }

    /// <summary>CORS preflights, which are not judged.</summary>
    public required int Preflights { get; init; }

    /// <summary>Exchanges whose operation cannot be told because their path was redacted.</summary>
    public required int WithoutPath { get; init; }

    /// <summary>Hosts with which there were exchanges that are not of the API, the one with the most first; at most 1,000.</summary>
    public IReadOnlyList<TrafficHost> OtherHosts { get; init; } = [];

    /// <summary>How many exchanges were not of the API.</summary>
    public required int NotOfApi { get; init; }

    /// <summary>What does not conform: errors first, then by how often it shows.</summary>
    public IReadOnlyList<TrafficCause> Causes { get; init; } = [];

    /// <summary>What was not judged, because recordings do not hold it, by how often.</summary>
    public IReadOnlyList<TrafficGap> Gaps { get; init; } = [];

    /// <summary>Every operation of the description in document order, seen or not.</summary>
    public IReadOnlyList<TrafficCoverage> Coverage { get; init; } = [];

    /// <summary>Entries that could not be read; at most 1,000.</summary>
    public IReadOnlyList<TrafficEntry> Problems { get; init; } = [];

    /// <summary>Whether something was judged, all of it conforms and every entry could be read.</summary>
    public bool IsGood => Judged > 0 && Failed == 0 && Problems.Count == 0;
}

/// <summary>A host that is not of the API.</summary>
/// <param name="Host">The host, with its port where that was written; the scheme of a URL that is none of HTTP.</param>
/// <param name="Exchanges">How many exchanges there were.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficHost(string Host, int Exchanges);

/// <summary>A kind of place that was not judged.</summary>
/// <param name="What">The place, without what tells messages apart: <c>response body</c>, <c>request header.Authorization</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Exchanges">In how many exchanges.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficGap(string What, UnknownReason Reason, int Exchanges);

/// <summary>Findings of one rule at one place of one operation.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficCause
{
    /// <summary>The operation; null when the requests belong to none.</summary>
    public required ApiOperation? Operation { get; init; }

    /// <summary>Method and path template; of requests that belong to no operation their path, identifiers in it written <c>{}</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Which message it is about.</summary>
    public required MessageDirection Direction { get; init; }

    /// <summary>Whether the API refused the requests with 4xx; then it is a warning.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>What was found first, without secrets.</summary>
    public required Finding Finding { get; init; }

    /// <summary>Status of the response to the first; null when none came.</summary>
    public required int? Status { get; init; }

    /// <summary>The first request as a line: method and URL, without secrets.</summary>
    public required string Request { get; init; }

    /// <summary>Where the first exchange stands; null when it was read nowhere.</summary>
    public required TrafficPlace? First { get; init; }

    /// <summary>In how many exchanges it shows.</summary>
    public required int Exchanges { get; init; }
}

/// <summary>How often an operation was seen.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Exchanges">Exchanges with it; 0 when it was never seen.</param>
/// <param name="Responses">The described responses in document order, with how often each was seen.</param>
/// <param name="OtherStatuses">Statuses that were seen and are not described, with how often.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficCoverage(ApiOperation Operation, int Exchanges, IReadOnlyList<KeyValuePair<string, int>> Responses,
    IReadOnlyList<KeyValuePair<string, int>> OtherStatuses);
