using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>What sort of thing kept a case from passing.</summary>
public enum CauseKind
{
    /// <summary>A request that breaks a rule was accepted.</summary>
    NotRefused,

    /// <summary>A request that breaks a rule was refused with another status than the document describes.</summary>
    RefusedOtherwise,

    /// <summary>The server failed: it answered 5xx where it should have succeeded or refused.</summary>
    ServerFailed,

    /// <summary>An answer or delivery is not as the document describes it.</summary>
    NotAsDescribed,

    /// <summary>Something else that the case asserts does not hold.</summary>
    NotAsExpected,

    /// <summary>The answer says nothing about what the case asks.</summary>
    NotJudged,

    /// <summary>No answer was to be had, or nothing could be sent.</summary>
    NotTested,
}

/// <summary>The names of <see cref="CauseKind"/> in JSON, reports and databases.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class CauseKindNames
{
    /// <summary>Upper snake case, for example <c>NOT_REFUSED</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string ToWire(this CauseKind kind) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());
}
