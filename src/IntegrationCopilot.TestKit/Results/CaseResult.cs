using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What running one case gave.</summary>
public sealed record CaseResult
{
    /// <summary>Stable id of the golden test.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Stable id of its category.</summary>
    public required string Category { get; init; }

    /// <summary>Method and path of the operation it is about; null when it is about none.</summary>
    public string? Operation { get; init; }

    /// <summary>What became of it.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Why it failed, could not run or does not apply, in a sentence; null when it passed.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a failure only warns, because the profile calls its category optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>From the first request to the last assertion; zero when it did not run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Assertions in order, up to and including the step that ended the case.</summary>
    public IReadOnlyList<AssertionResult> Assertions { get; init; } = [];

    /// <summary>Ids of the traces recorded for it, in order.</summary>
    public IReadOnlyList<string> TraceIds { get; init; } = [];

    /// <summary>Whether it counts against the API: failed or gave no verdict, and is not optional.</summary>
    public bool IsBlocking => Status is (CaseStatus.Fail or CaseStatus.Error) && !IsOptional;
}

/// <summary>One thing a case asserts, and whether it held.</summary>
/// <param name="Description">What is asserted, for example <c>status is 201</c>.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Message">Why it did not hold, in a sentence; null when it held.</param>
/// <param name="Findings">Findings behind a failed conformance assertion; empty otherwise.</param>
public sealed record AssertionResult(string Description, bool Passed, string? Message, IReadOnlyList<Finding> Findings);
