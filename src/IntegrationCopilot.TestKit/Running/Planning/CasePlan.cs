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
        if (context.Options.Selection.WhyNot(test, context.Spec) is { } unchosen) return new(test, TestSetting.Auto, CaseResults.Skip(test, unchosen));
        var decision = TestCategory.Find(test.Category) is null ? null : context.Options.Profile?.Decide(test.Group, test.Category);
        var setting = decision?.Setting ?? TestSetting.Auto;
        if (decision is { Runs: false }) return new(test, setting, CaseResults.Skip(test, decision.Reason) with { Setting = setting });
        if (NotHere(test, context) is { } cannot) return new(test, setting, CaseResults.Of(test, CaseStatus.NotApplicable, cannot) with { Setting = setting });
        return new(test, setting, Obstacle(test, context) is { } reason ? CaseResults.Skip(test, reason) with { Setting = setting } : null);
    }

    private static string? Obstacle(GoldenTest test, RunContext context) =>
        (context.IsMock ? null : Unprovoked(test, context) ?? Obstacles.Of(test, context))
            ?? test.Steps.Select(step => step.Delivery).OfType<StepDelivery>().Select(delivery => DeliveryObstacles.WhyNot(delivery, context))
                .FirstOrDefault(reason => reason is not null);

    private static string? Unprovoked(GoldenTest test, RunContext context) =>
        test.Reach == GoldenTestReach.LimitsProvoked && !context.Options.ProvokesLimits ? $"{test.ReachReason} Allow it with --provoke-limits." : null;

    /// <summary>What only the mock can be asked for judges no other target; and where one caller is known, nothing is another's.</summary>
    private static string? NotHere(GoldenTest test, RunContext context)
    {
        if (!context.IsMock && test.Reach == GoldenTestReach.MockOnly)
            return $"It runs against the mock only: {test.ReachReason ?? "the situation cannot be provoked elsewhere."}";
        if (test.Steps.All(step => step.Credentials != StepCredentials.OtherCaller) || context.Credentials.OtherCaller is not null) return null;
        return context.IsMock ? "The mock knows one caller."
            : "It needs another caller, who must not see what the first one makes: give their credentials with --other-api-key, --other-basic or --other-bearer.";
    }
}
