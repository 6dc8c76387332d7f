using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Whether a test runs here, and how much a failure of it matters.</summary>
/// <param name="Test">The test.</param>
/// <param name="Setting">How much its category is wanted.</param>
/// <param name="Settled">The result, when it is known without running; null when the test runs.</param>
internal sealed record CasePlan(GoldenTest Test, TestSetting Setting, CaseResult? Settled)
{
    public static CasePlan Of(GoldenTest test, RunContext context)
    {
        if (!test.Applicable) return new(test, TestSetting.Auto, CaseResults.NotApplicable(test));
        var decision = TestCategory.Find(test.Category) is null ? null : context.Options.Profile?.Decide(test.Group, test.Category);
        var setting = decision?.Setting ?? TestSetting.Auto;
        var reason = decision is { Runs: false } ? decision.Reason : context.IsMock ? null : Obstacles.Of(test, context) ?? NotHere(test);
        return new(test, setting, reason is null ? null : CaseResults.Skip(test, reason) with { Setting = setting });
    }

    private static string? NotHere(GoldenTest test) => test.Reach == GoldenTestReach.MockOnly
        ? $"It runs against the mock only: {test.ReachReason ?? "the situation cannot be provoked elsewhere."}" : null;
}
