using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Going over a limit is answered in a way a client can handle.</summary>
internal static class RateLimitingTests
{
    /// <summary>Larger limits than this are not used up.</summary>
    private const int MostRequests = 1_000;

    private const string WhyMock = "using the limit of a real API up would change something each time.";
    private const string WhyAsked = "The limit of the API would have to be used up first, for everybody with these credentials.";
    private const int TooMany = 429;
    private const string Ground = "RFC 6585, section 4";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("rate-limiting-refused", "Over the limit the answer is 429 in the described shape", plan => [Limited(plan, [])]),
        Template("rate-limiting-retry-after", "Over the limit the answer says when to try again",
            plan => [Limited(plan, [Told(plan.Operation)])]),
        Template("rate-limiting-recovers", "After waiting as told the request succeeds",
            plan => [Limited(plan, []),
            new TestStep { Name = "again", Request = plan.Request, WaitForRetryAfterOf = "limited",
                Assertions = [new StatusAssertion(["2XX"]) { Ground = "RFC 9110, section 10.2.3" }, new ConformsAssertion()] }]),
    ];

    private static GoldenTemplate Template(string id, string name, Func<RequestPlan, IReadOnlyList<TestStep>> steps) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.RateLimiting, Group = subject => Draft(subject, steps) };

    private static TestDraft Draft(GroupSubject subject, Func<RequestPlan, IReadOnlyList<TestStep>> steps)
    {
        var (plan, problem) = subject.Simplest(subject.Showing(CapabilityIds.RateLimiting));
        return plan is null ? TestDraft.Not(problem!) : TestDraft.Of(plan, steps(plan)) with
        {
            Provoking = WhyAsked,
            MockOnly = subject.Material.Spec.Resources.Of(plan.Operation).Effect == OperationEffect.Safe ? null : WhyMock,
        };
    }

    /// <summary>RFC 6585 lets a server tell when to come again; only a document that describes the header promises it.</summary>
    private static RetryTimeAssertion Told(ApiOperation operation) => new()
    {
        Ground = Ground,
        Strength = operation.Facts.OfType<RateLimitAnswerFact>().Any(fact => fact.RetryAfter) ? GroundStrength.Firm : GroundStrength.Advisory,
    };

    private static TestStep Limited(RequestPlan plan, IReadOnlyList<TestAssertion> more) => new()
    {
        Name = "limited",
        Request = plan.Request,
        Mock = new MockControl { Status = TooMany, RetryAfterSeconds = 1 },
        UntilLimited = MostRequests,
        Assertions = [new StatusAssertion(["429"]) { Ground = Ground }, .. plan.ErrorShape, .. more],
    };
}
