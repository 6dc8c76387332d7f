using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What a template makes of a subject: steps, or the reason why there are none.</summary>
internal sealed record TestDraft
{
    /// <summary>Why the test does not apply; null when it does.</summary>
    public string? Reason { get; init; }

    public string? Operation { get; init; }

    public IReadOnlyList<TestVariable> Variables { get; init; } = [];

    public IReadOnlyList<TestStep> Steps { get; init; } = [];

    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Why it can run against the mock only; null when it can run everywhere.</summary>
    public string? MockOnly { get; init; }

    /// <summary>Why it runs against the mock, and else only where limits may be used up; null when it can run everywhere.</summary>
    public string? Provoking { get; init; }

    public static TestDraft Not(string reason) => new() { Reason = reason };

    /// <summary>A test about one operation.</summary>
    public static TestDraft Of(RequestPlan plan, params IReadOnlyList<TestStep> steps) =>
        new() { Operation = plan.Operation.Id, Variables = plan.Variables, Steps = steps };

    /// <summary>The same test with the variables of a further request.</summary>
    public TestDraft Using(RequestPlan other) =>
        this with { Variables = [.. Variables.Concat(other.Variables).DistinctBy(variable => variable.Name, StringComparer.Ordinal)] };
}
