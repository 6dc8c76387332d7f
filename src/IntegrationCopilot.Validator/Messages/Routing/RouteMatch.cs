using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How the search for an operation ended.</summary>
public enum RouteOutcome
{
    /// <summary>The operation was found.</summary>
    Found,

    /// <summary>No path of the description matches.</summary>
    UnknownPath,

    /// <summary>A path matches, but does not describe the method.</summary>
    MethodNotAllowed,

    /// <summary>No path matches, and every server of the description has a base path that the URL does not start with.</summary>
    OutsideServers,
}

/// <summary>The operation a request is for, or why there is none.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RouteMatch
{
    /// <summary>How the search ended.</summary>
    public required RouteOutcome Outcome { get; init; }

    /// <summary>The operation; null unless <see cref="Outcome"/> is <see cref="RouteOutcome.Found"/>.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>Values of the path template's parameters in template order, percent-encoded as in the URL.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> PathValues { get; init; } = [];

    /// <summary>Other operations whose templates and methods fit as well, in document order.</summary>
    internal IReadOnlyList<RouteMatch> Rivals { get; init; } = [];

    /// <summary>The template, where the path can be read in several ways; null elsewhere.</summary>
    internal PathTemplate? Shared { get; init; }

    /// <summary>The same with other readings of the path.</summary>
    internal IEnumerable<RouteMatch> Readings =>
        Shared is { } template ? PathReadings.Of(template, PathValues).Select(values => this with { PathValues = values }) : [];

    /// <summary>Methods that matching paths describe, sorted; filled when <see cref="Outcome"/> is <see cref="RouteOutcome.MethodNotAllowed"/>.</summary>
    public IReadOnlyList<string> AllowedMethods { get; init; } = [];
}
