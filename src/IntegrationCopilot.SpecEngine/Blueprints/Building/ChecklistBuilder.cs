namespace IntegrationCopilot.SpecEngine;

/// <summary>What to build, in the order to build it.</summary>
internal static class ChecklistBuilder
{
    public static IReadOnlyList<BlueprintTask> Build(Blueprint blueprint)
    {
        var practices = blueprint.Practices.Select(p => p.Capability).ToHashSet(StringComparer.Ordinal);
        return [.. Tasks(blueprint, practices)];
    }

    private static IEnumerable<BlueprintTask> Tasks(Blueprint blueprint, HashSet<string> practices)
    {
        yield return new("choose-endpoints", "Discovery", "Choose the endpoints you need.", "Each is named, with who calls it and when.", null);
        if (blueprint.Authentication.Count > 0)
        {
            yield return new("get-credentials", "Discovery", "Get credentials for the sandbox.", "They are in a secret store, not in code.", null);
            yield return new("authenticate", "Build", "Build authentication.",
                "A call with good credentials succeeds, and one with bad ones is refused and reported.", TestCategoryIds.Authentication);
        }
        foreach (var group in blueprint.Groups)
            yield return new($"group-{string.Join('-', Words.Of(group.Name))}", "Build",
                $"Build the calls of '{group.Name}' you chose ({group.Endpoints.Count} in all).",
                "Each call succeeds against the mock and its answer validates.",
                group.Endpoints.Any(e => e.Method == "POST") ? TestCategoryIds.CreateResource : null);
        yield return new("handle-errors", "Build", "Handle every documented error.", "Invalid input is reported to a person and never repeated; time-outs end.",
            TestCategoryIds.InvalidInput);
        foreach (var (capability, task) in OfPractices)
            if (practices.Contains(capability)) yield return task;
        yield return new("retry", "Build", "Retry what fails for a passing reason.", "A 503 followed by a success gives one result.", TestCategoryIds.Retry);
        yield return new("sandbox-run", "Sandbox", "Run the golden tests against the sandbox.", "No required category fails.", null);
        yield return new("uat", "UAT", "Let the people who will use it try it.", "Their cases pass with real-looking data.", null);
        yield return new("certify", "Certification", "Hand in the signed traces of a clean run.", "The vendor accepts them.", null);
        yield return new("go-live", "Live", "Change base URL and credentials to production, and watch error rate and latency.",
            "The first real calls succeed and alerts work.", null);
    }

    private static (string Capability, BlueprintTask Task)[] OfPractices { get; } =
    [
        (CapabilityIds.Idempotency,
            new("idempotency", "Build", "Send idempotency keys with writes.", "A request sent twice has one effect.", TestCategoryIds.Idempotency)),
        (CapabilityIds.Pagination,
            new("pagination", "Build", "Walk lists page by page.", "A list longer than a page arrives whole, nothing twice.", TestCategoryIds.Pagination)),
        (CapabilityIds.RateLimiting,
            new("rate-limits", "Build", "Slow down on 429.", "After a 429 the next call comes no sooner than Retry-After says.", TestCategoryIds.RateLimiting)),
        (CapabilityIds.Async, new("async", "Build", "Follow work that was accepted with 202.", "Its outcome is recorded, and a time-out is reported.", null)),
        (CapabilityIds.Refunds,
            new("refunds", "Build", "Build refunds and reversals.", "A partial and a whole refund add up; one too many is refused.", TestCategoryIds.Refund)),
        (CapabilityIds.Webhooks,
            new("webhooks", "Build", "Receive and verify webhooks.", "A good delivery is accepted once; a forged, changed or old one is refused.",
            TestCategoryIds.Webhook)),
    ];
}
