namespace IntegrationCopilot.MockGen;

/// <summary>All templates, in the order of their categories.</summary>
internal static class GoldenTemplates
{
    public static IReadOnlyList<GoldenTemplate> All { get; } =
    [
        .. AuthenticationTests.Templates,
        .. CreateResourceTests.Templates,
        .. IdempotencyTests.Templates,
        .. InvalidInputTests.Templates,
        .. WebhookTests.Templates,
        .. RateLimitingTests.Templates,
        .. TimeoutTests.Templates,
        .. RefundTests.Templates,
        .. RetryTests.Templates,
        .. InvalidParameterTests.Templates,
        .. PaginationTests.Templates,
        .. ListQueryTests.Templates,
        .. LifeCycleTests.Templates,
    ];
}
