using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A client does not wait for ever, and knows how to go on.</summary>
internal static class TimeoutTests
{
    private const string WhyMock = "a real API cannot be asked to be slow.";
    private const int GiveUpMs = 250;
    private const int TooSlowMs = 1500;
    private const int SlowMs = 400;

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("timeout-gives-up", "A client gives up on an answer that does not come", plan => [Silent(plan)]),
        Template("timeout-slow-answer", "A slow answer within the limit is taken",
            plan => [new TestStep { Name = "slow", Request = plan.Request, Mock = new MockControl { DelayMs = SlowMs },
            Assertions = [.. Expect.DescribedOf(plan), new DurationAssertion(SlowMs - 50, null)] }]),
        Template("timeout-then-success", "After giving up, the same request succeeds when sent again",
            plan => [Silent(plan), new TestStep { Name = "again", Request = plan.Request, Assertions = Expect.DescribedOf(plan) }]),
    ];

    private static GoldenTemplate Template(string id, string name, Func<RequestPlan, IReadOnlyList<TestStep>> steps) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Timeout, Group = subject => Draft(subject, steps) };

    private static TestDraft Draft(GroupSubject subject, Func<RequestPlan, IReadOnlyList<TestStep>> steps)
    {
        var (plan, problem) = subject.Simplest();
        return plan is null ? TestDraft.Not(problem!) : TestDraft.Of(plan, steps(plan)) with { MockOnly = WhyMock };
    }

    private static TestStep Silent(RequestPlan plan) =>
        new() { Name = "silent", Request = plan.Request, TimeoutMs = GiveUpMs, Mock = new MockControl { DelayMs = TooSlowMs },
            Assertions = [new TimesOutAssertion()] };
}
