namespace IntegrationCopilot.SpecEngine;

/// <summary>A kind of golden test: what it shows, and what an API needs for it.</summary>
/// <param name="Id">One of <see cref="TestCategoryIds"/>; never reused for another meaning.</param>
/// <param name="Name">Short name for people.</param>
/// <param name="Description">One or two sentences: what its tests do, and why a partner cares.</param>
/// <param name="Needs">Ids of the capabilities (<see cref="CapabilityIds"/>) an API must have, all of them; empty when every API qualifies.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestCategory(string Id, string Name, string Description, IReadOnlyList<string> Needs)
{
    /// <summary>The ten categories of the 38 golden tests in their order, pagination, the life of things, and the contract of each operation.</summary>
    public static IReadOnlyList<TestCategory> All { get; } =
    [
        new(TestCategoryIds.Authentication, "Authentication",
            "Valid credentials are accepted; missing, wrong, malformed and expired ones are refused.", [CapabilityIds.Auth]),
        new(TestCategoryIds.CreateResource, "Create resource",
            "Creating something succeeds, answers as described, and what was made can be read again.", [CapabilityIds.WriteOperations]),
        new(TestCategoryIds.Idempotency, "Idempotency",
            "A request sent twice with the same key has one effect, and a key used for something else is refused.",
            [CapabilityIds.WriteOperations, CapabilityIds.Idempotency]),
        new(TestCategoryIds.InvalidInput, "Invalid input",
            "Requests with required fields missing are refused with an error that helps, and change nothing.", [CapabilityIds.WriteOperations]),
        new(TestCategoryIds.Webhook, "Webhook signatures",
            "Deliveries are signed so that the receiver can tell a real one from a forged, changed or old one.", [CapabilityIds.Webhooks]),
        new(TestCategoryIds.RateLimiting, "Rate limiting",
            "Going over the limit is answered with 429 and says when to try again.", [CapabilityIds.RateLimiting]),
        new(TestCategoryIds.Timeout, "Time-outs",
            "A slow or silent answer ends after a known time and leaves a state the caller can find out.", []),
        new(TestCategoryIds.Refund, "Refunds and reversals",
            "What was done can be given back, wholly or in part, and the answer says how much.", [CapabilityIds.Refunds]),
        new(TestCategoryIds.Retry, "Retries",
            "A request that failed for a passing reason succeeds when it is sent again.", []),
        new(TestCategoryIds.InvalidParameter, "Invalid parameter",
            "Values outside an enumeration, such as an unsupported currency, are refused with an error that names them.", []),
        new(TestCategoryIds.Pagination, "Pagination",
            "Walking a list page by page ends, leaves nothing out and gives nothing twice; filters and orders hold.", [CapabilityIds.Pagination]),
        new(TestCategoryIds.LifeCycle, "Life cycle",
            "What was created is listed and read back as it was written, what was updated is updated, what was deleted is gone, and a refusal leaves nothing.",
            [CapabilityIds.WriteOperations]),
        new(TestCategoryIds.Contract, "Contract",
            "Every operation answers as described, with little and with much, and refuses what breaks one of its rules.", []),
    ];

    /// <summary>The category of that id; null when there is none.</summary>
    public static TestCategory? Find(string id) => All.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal));
}

/// <summary>Stable ids of the test categories.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class TestCategoryIds
{
    /// <summary>Valid and invalid credentials.</summary>
    public const string Authentication = "authentication";

    /// <summary>Creating something succeeds.</summary>
    public const string CreateResource = "create-resource";

    /// <summary>Duplicate requests.</summary>
    public const string Idempotency = "idempotency";

    /// <summary>Missing required fields.</summary>
    public const string InvalidInput = "invalid-input";

    /// <summary>Signatures of webhook deliveries.</summary>
    public const string Webhook = "webhook";

    /// <summary>Limits exceeded.</summary>
    public const string RateLimiting = "rate-limiting";

    /// <summary>Slow and absent answers.</summary>
    public const string Timeout = "timeout";

    /// <summary>Giving back and undoing.</summary>
    public const string Refund = "refund";

    /// <summary>Failures that pass.</summary>
    public const string Retry = "retry";

    /// <summary>Values that are not supported.</summary>
    public const string InvalidParameter = "invalid-parameter";

    /// <summary>Lists in pages.</summary>
    public const string Pagination = "pagination";

    /// <summary>Things from their creation to their end.</summary>
    public const string LifeCycle = "life-cycle";

    /// <summary>Each operation as described, and each of its rules broken.</summary>
    public const string Contract = "contract";
}
