using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What a request lacks to be one that the description knows: the operations that come nearest, and field by field what differs.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RouteExplanation
{
    /// <summary>The nearest operations, the nearest first; empty when nothing is near. At most as many as were asked for.</summary>
    public IReadOnlyList<NearbyOperation> Nearest { get; init; } = [];

    /// <summary>Whether the first operation is the one the request is for, so that only its content differs, or nothing.</summary>
    public bool IsMatch => Nearest is [{ IsMatch: true }, ..];
}

/// <summary>An operation that a request comes near to.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record NearbyOperation
{
    /// <summary>The operation.</summary>
    public required ApiOperation Operation { get; init; }

    /// <summary>What differs: the route first, then credentials, parameters and body. Empty when nothing does.</summary>
    public IReadOnlyList<RouteDifference> Differences { get; init; } = [];

    /// <summary>Whether path and method are the operation's.</summary>
    public bool IsMatch => !Differences.Any(d => d.Kind <= RouteDifferenceKind.Method);
}

/// <summary>What of a request differs from what an operation wants.</summary>
public enum RouteDifferenceKind
{
    /// <summary>The path does not begin with the base path of a server.</summary>
    Server,

    /// <summary>A segment of the path is another word.</summary>
    PathSegment,

    /// <summary>A segment of the described path is not there.</summary>
    MissingSegment,

    /// <summary>The path has a segment that is not described.</summary>
    SurplusSegment,

    /// <summary>The method is another.</summary>
    Method,

    /// <summary>Credentials are missing or malformed.</summary>
    Credential,

    /// <summary>A parameter of the path, query, header or cookie is missing, unknown or wrong.</summary>
    Parameter,

    /// <summary>The media type of the body is not described, or missing.</summary>
    ContentType,

    /// <summary>The body, or a field of it, is missing or wrong.</summary>
    Body,
}

/// <summary>One thing in which a request differs from what an operation wants.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RouteDifference
{
    /// <summary>What it is about.</summary>
    public required RouteDifferenceKind Kind { get; init; }

    /// <summary>
    /// The place as findings name it: <c>path[2]</c> (the segment, from 0), <c>method</c>, <c>security</c>, <c>query.limit</c>, <c>body.amount</c>.
    /// </summary>
    public required string Where { get; init; }

    /// <summary>What the operation wants, as it is described: a segment with its braces, a method, a base path; null when the finding says it all.</summary>
    public string? Expected { get; init; }

    /// <summary>What the request has; null when it has nothing there.</summary>
    public string? Actual { get; init; }

    /// <summary>What the validator found of parameters, credentials and body; null for the route.</summary>
    public Finding? Finding { get; init; }
}
