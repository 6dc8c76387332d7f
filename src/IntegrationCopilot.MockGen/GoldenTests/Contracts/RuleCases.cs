namespace IntegrationCopilot.MockGen;

/// <summary>Makes the case of a request that breaks one rule.</summary>
internal static class RuleCases
{
    /// <param name="whole">The request that breaks nothing.</param>
    /// <param name="broken">The same, but for the rule.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="ground">Where the right to expect a refusal comes from.</param>
    /// <param name="variant">What tells it from other cases of the same rule and place; empty when there are none.</param>
    /// <param name="strength">How much right the ground gives.</param>
    public static ContractCase Of(RequestPlan whole, RequestPlan broken, BrokenRule rule, string ground, string variant = "",
        GroundStrength strength = GroundStrength.Firm) => Of(whole, () => broken, rule, () => ground, variant, strength);

    /// <summary>The same, where the request is made only if the case is wanted.</summary>
    public static ContractCase Of(RequestPlan whole, Func<RequestPlan> broken, BrokenRule rule, Func<string> ground, string variant = "",
        GroundStrength strength = GroundStrength.Firm) => new()
    {
        Template = RuleTexts.Template(rule.Kind),
        Name = RuleTexts.Name(rule, whole.Operation.Id),
        Place = $"{rule.In?.ToString().ToLowerInvariant()} {rule.Place} {variant}".Trim(),
        Draft = () => Draft(whole, broken(), rule, ground(), strength),
    };

    private static TestDraft Draft(RequestPlan whole, RequestPlan broken, BrokenRule rule, string ground, GroundStrength strength)
    {
        var step = RefusedStep.Of(whole, broken, rule, ground);
        return TestDraft.Of(broken, step with { Assertions = [.. AsStrong(step, strength), new NoLeakAssertion()] });
    }

    /// <summary>Where taking the request merely warns, its answer need not be an error.</summary>
    private static IEnumerable<TestAssertion> AsStrong(TestStep step, GroundStrength strength) => strength == GroundStrength.Firm
        ? step.Assertions
        : step.Assertions.Where(assertion => assertion is not ErrorShapeAssertion).Select(assertion => assertion with { Strength = strength });
}
