using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What running one case gave.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
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

    /// <summary>Why it failed, warned, has no verdict, could not run or does not apply, in a sentence; null when it passed.</summary>
    public string? Reason { get; init; }

    /// <summary>Why, as facts; null when it passed, was not run or does not apply.</summary>
    public CaseCause? Cause { get; init; }

    /// <summary>How much the profile wants its category; automatic where none is given.</summary>
    public TestSetting Setting { get; init; } = TestSetting.Auto;

    /// <summary>From the first request to the last assertion; zero when it did not run.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Assertions in order, up to and including the step that ended the case.</summary>
    public IReadOnlyList<AssertionResult> Assertions { get; init; } = [];

    /// <summary>Ids of the traces recorded for it, in order.</summary>
    public IReadOnlyList<string> TraceIds { get; init; } = [];

    /// <summary>
    /// Whether it stands in the way: failed, ended with an error or without a verdict in a required category, or failed in an automatic one. An optional one
    /// never does.
    /// </summary>
    public bool IsBlocking => Setting switch
    {
        TestSetting.Required => Status is CaseStatus.Fail or CaseStatus.Error or CaseStatus.NoVerdict,
        TestSetting.Auto => Status == CaseStatus.Fail,
        _ => false,
    };

    internal bool Spoils(FailOn measure) => measure switch
    {
        FailOn.Fail => Status == CaseStatus.Fail,
        FailOn.NoVerdict => Status is CaseStatus.Fail or CaseStatus.NoVerdict,
        FailOn.Error => Status is CaseStatus.Fail or CaseStatus.NoVerdict or CaseStatus.Error,
        FailOn.Warn => Status is CaseStatus.Fail or CaseStatus.NoVerdict or CaseStatus.Error or CaseStatus.Warn,
        FailOn.Blocking => IsBlocking,
        _ => false,
    };
}
