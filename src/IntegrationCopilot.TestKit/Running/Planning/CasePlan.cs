using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Whether a test runs here, and how much a failure of it matters.</summary>
/// <param name="Test">The test.</param>
/// <param name="IsOptional">Whether a failure only warns.</param>
/// <param name="Settled">The result, when it is known without running; null when the test runs.</param>
internal sealed record CasePlan(GoldenTest Test, bool IsOptional, CaseResult? Settled)
{
    public static CasePlan Of(GoldenTest test, RunContext context)
    {
        if (!test.Applicable) return new(test, false, CaseResults.NotApplicable(test));
        var decision = TestCategory.Find(test.Category) is null ? null : context.Options.Profile?.Decide(test.Group, test.Category);
        var isOptional = decision?.Setting == TestSetting.Optional;
        var reason = decision is { Runs: false } ? decision.Reason : context.IsMock ? NothingToCheck(test) : NotHere(test, context.Options);
        return new(test, isOptional, reason is null ? null : CaseResults.Skip(test, reason) with { IsOptional = isOptional });
    }

    private static string? NotHere(GoldenTest test, RunOptions options)
    {
        if (test.Reach == GoldenTestReach.MockOnly)
            return $"It runs against the mock only: {test.ReachReason ?? "the situation cannot be provoked elsewhere."}";
        var invented = test.Variables.FirstOrDefault(variable => variable.Invented && !variable.Fresh && !options.Values.ContainsKey(variable.Name));
        return invented is null
            ? null
            : $"It needs a value of this environment for '{invented.Name}'{Described(invented)}: a made-up one is good for the mock only.";
    }

    private static string Described(TestVariable variable) => variable.Description is { } text ? $" ({text.TrimEnd('.')})" : "";

    private static string? NothingToCheck(GoldenTest test) =>
        test.Steps.SelectMany(step => step.Assertions).Any(assertion => !assertion.NeedsState)
            ? null
            : "All it asserts needs a server that remembers earlier requests, and the mock keeps no state.";
}
