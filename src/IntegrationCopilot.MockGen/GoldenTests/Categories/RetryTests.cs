using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A failure that passes is got over by sending the request again.</summary>
internal static class RetryTests
{
    private const string WhyMock = "a real API cannot be asked to fail.";
    private const int Unavailable = 503;
    private const int BadGateway = 502;
    private const int WaitSeconds = 1;

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("retry-unavailable", "A request answered with 503 succeeds when sent again", plan => [Failing(plan, "failing", Unavailable, 0), Again(plan)]),
        Template("retry-waits", "A client waits as long as Retry-After says before it tries again",
            plan => [Failing(plan, "failing", Unavailable, WaitSeconds),
            Again(plan) with { WaitForRetryAfterOf = "failing",
            Assertions = [.. Expect.DescribedOf(plan), new DurationAssertion((WaitSeconds * 1000) - 50, null) { Ground = "RFC 9110, section 10.2.3" }] }]),
        Template("retry-repeated-failure", "A request that fails twice succeeds the third time",
            plan => [Failing(plan, "failing", BadGateway, null), Failing(plan, "failing-again", BadGateway, null), Again(plan)]),
    ];

    private static GoldenTemplate Template(string id, string name, Func<RequestPlan, IReadOnlyList<TestStep>> steps) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Retry, Group = subject => Draft(subject, steps) };

    private static TestDraft Draft(GroupSubject subject, Func<RequestPlan, IReadOnlyList<TestStep>> steps)
    {
        var (plan, problem) = subject.Simplest();
        return plan is null ? TestDraft.Not(problem!) : TestDraft.Of(plan, steps(plan)) with { MockOnly = WhyMock };
    }

    private static TestStep Failing(RequestPlan plan, string name, int status, int? waitSeconds) => new()
    {
        Name = name,
        Request = plan.Request,
        Mock = new MockControl { Status = status, RetryAfterSeconds = waitSeconds },
        Assertions = [new StatusAssertion([$"{status}"])],
    };

    private static TestStep Again(RequestPlan plan) => new() { Name = "again", Request = plan.Request, Assertions = Expect.DescribedOf(plan) };
}
