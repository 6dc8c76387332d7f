using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>How far a run came with one operation.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record OperationCoverage
{
    /// <summary>Method and path.</summary>
    public required string Operation { get; init; }

    /// <summary>Requests that were sent to it, whether answered or not.</summary>
    public required int Requests { get; init; }

    /// <summary>Its answers by status, the lowest first.</summary>
    public required IReadOnlyList<StatusCount> Answers { get; init; }

    /// <summary>The statuses that the document describes for it, in the order of the document, each with whether an answer was of it.</summary>
    public required IReadOnlyList<DescribedStatus> Described { get; init; }

    /// <summary>How far the run came.</summary>
    public OperationReach Reach => Answers.Any(answer => answer.Status is >= 200 and < 300) ? OperationReach.Succeeded
        : Answers.Count > 0 ? OperationReach.Reached : OperationReach.NeverReached;
}

/// <summary>How many answers had a status.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Count">How many answers.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StatusCount(int Status, int Count);

/// <summary>A status that a document describes.</summary>
/// <param name="Status">A code, a range such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="IsSeen">Whether an answer was of it: for a range and <c>default</c>, one that no closer description covers.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DescribedStatus(string Status, bool IsSeen);

/// <summary>How far a run came with an operation.</summary>
public enum OperationReach
{
    /// <summary>It gave no answer: nothing was sent to it, or nothing came back.</summary>
    NeverReached,

    /// <summary>It answered, but never with 2xx.</summary>
    Reached,

    /// <summary>It answered with 2xx.</summary>
    Succeeded,
}

/// <summary>The names of <see cref="OperationReach"/> in JSON, reports and databases.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class OperationReachNames
{
    /// <summary><c>NEVER_REACHED</c>, <c>REACHED</c> or <c>SUCCEEDED</c>.</summary>
    /// <param name="reach">How far.</param>
    public static string ToWire(this OperationReach reach) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(reach.ToString());
}
