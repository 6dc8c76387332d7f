namespace IntegrationCopilot.MockGen;

/// <summary>Makes the case of a request that a server may take or refuse, but not fail at.</summary>
internal static class RobustCases
{
    public static ContractCase Of(RequestPlan whole, RequestPlan plan, string template, string name, string ground,
        params IEnumerable<TestAssertion> further) =>
        new()
        {
            Template = template,
            Name = name,
            Draft = () => TestDraft.Of(plan, new TestStep
            {
                Name = "call",
                Request = plan.Request,
                Control = whole.Request,
                Assertions = [new RobustAssertion { Ground = ground }, new NoLeakAssertion(), .. further],
            }),
        };
}
