namespace IntegrationCopilot.MockGen;

/// <summary>Where a golden test can run.</summary>
public enum GoldenTestReach
{
    /// <summary>Against any server of the API.</summary>
    Everywhere,

    /// <summary>
    /// Only where the situation can be provoked: against our own mock. Elsewhere the case does not apply, with <see cref="GoldenTest.ReachReason"/>.
    /// </summary>
    MockOnly,

    /// <summary>Against our own mock, and where a run may use up the limits of an API; elsewhere the case is skipped.</summary>
    LimitsProvoked,
}

/// <summary>One test of an integration: what it is about, whether it applies to an API, and the steps that decide it.</summary>
/// <remarks>Plain data: it can be written to disk, read by a person, and read again (<see cref="GoldenTestSuite.ToJson"/>).</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record GoldenTest
{
    /// <summary>Stable id in kebab case, never reused, for example <c>authentication-missing-credentials</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows, as a person says it.</summary>
    public required string Name { get; init; }

    /// <summary>Id of its category, for example <c>authentication</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Id of the template it was made from. Tests of several groups share a template; among the tests of one group it is unique.</summary>
    public required string Template { get; init; }

    /// <summary>Ids of the capabilities (<see cref="SpecEngine.CapabilityIds"/>) an API needs for it.</summary>
    public IReadOnlyList<string> Needs { get; init => field = value ?? []; } = [];

    /// <summary>Name of the API group of <see cref="Operation"/>; null when the test is bound to no operation.</summary>
    public string? Group { get; init; }

    /// <summary><see cref="SpecEngine.ApiOperation.Id"/> of the operation it is about; null when it is bound to none.</summary>
    public string? Operation { get; init; }

    /// <summary>Whether it applies to the API.</summary>
    public required bool Applicable { get; init; }

    /// <summary>Why it does not apply, in one sentence; null when it does.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it can run.</summary>
    public GoldenTestReach Reach { get; init; }

    /// <summary>Why it can run against our own mock only; null when it can run everywhere.</summary>
    public string? ReachReason { get; init; }

    /// <summary>What it takes for granted beyond the document, one sentence each; empty when nothing.</summary>
    public IReadOnlyList<string> Assumptions { get; init => field = value ?? []; } = [];

    /// <summary>The variables its steps use.</summary>
    public IReadOnlyList<TestVariable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>The steps in order; empty when the test does not apply. The test passes when every assertion of every step holds.</summary>
    public IReadOnlyList<TestStep> Steps { get; init => field = value ?? []; } = [];
}
