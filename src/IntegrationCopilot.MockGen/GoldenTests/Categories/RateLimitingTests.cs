using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Going over a limit is answered in a way a client can handle.</summary>
internal static class RateLimitingTests
{
    public const string WhyMock = "the limit of a real API would have to be used up first.";
    private const int TooMany = 429;
    private const string Ground = "RFC 6585, section 4";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("rate-limiting-refused", "Over the limit the answer is 429 in the described shape", plan => [Limited(plan, [])]),
        Template("rate-limiting-retry-after", "Over the limit the answer says when to try again",
            plan => [Limited(plan, [new HeaderAssertion("Retry-After") { Ground = Ground }])]),
        Template("rate-limiting-recovers", "After waiting as told the request succeeds",
            plan => [Limited(plan, []),
            new TestStep { Name = "again", Request = plan.Request, WaitForRetryAfterOf = "limited", Assertions = Expect.DescribedOf(plan) }]),
    ];

    private static GoldenTemplate Template(string id, string name, Func<RequestPlan, IReadOnlyList<TestStep>> steps) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.RateLimiting, Group = subject => Draft(subject, steps) };

    private static TestDraft Draft(GroupSubject subject, Func<RequestPlan, IReadOnlyList<TestStep>> steps)
    {
        var (plan, problem) = subject.Simplest(subject.Showing(CapabilityIds.RateLimiting));
        return plan is null ? TestDraft.Not(problem!) : TestDraft.Of(plan, steps(plan)) with { MockOnly = WhyMock };
    }

    private static TestStep Limited(RequestPlan plan, IReadOnlyList<TestAssertion> more) => new()
    {
        Name = "limited",
        Request = plan.Request,
        Mock = new MockControl { Status = TooMany, RetryAfterSeconds = 1 },
        Assertions = [new StatusAssertion(["429"]) { Ground = Ground }, new ErrorShapeAssertion(), .. more],
    };
}
