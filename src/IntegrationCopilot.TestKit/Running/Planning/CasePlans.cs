using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The plans of a suite's cases, in its order.</summary>
internal static class CasePlans
{
    public static IReadOnlyList<CasePlan> Of(GoldenTestSuite suite, RunContext context)
    {
        var plans = suite.Tests.Select(test => CasePlan.Of(test, context)).ToList();
        if (context.Options.Budget is not { } most) return plans;
        var budget = new RequestBudget(most);
        var paid = budget.Choose(plans.Where(plan => plan.Settled is null).Select(plan => plan.Test));
        return [.. plans.Select(plan => plan.Settled is not null || paid.Contains(plan.Test)
            ? plan : plan with { Settled = CaseResults.Skip(plan.Test, budget.Reason) with { Setting = plan.Setting } })];
    }
}
