namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules that hold across endpoints, for what the document shows.</summary>
internal static class PracticeBuilder
{
    public static IReadOnlyList<BlueprintPractice> Build(ApiSpec spec) =>
        [.. spec.Capabilities.Where(c => c.Detected || (c.Id == CapabilityIds.ErrorShape && spec.Operations.Count > 0)).Select(c => Of(spec, c))
            .OfType<BlueprintPractice>()];

    private static BlueprintPractice? Of(ApiSpec spec, Capability capability) => Text(spec, capability) is var (title, steps)
        ? new BlueprintPractice(capability.Id, title, steps,
            [.. capability.Evidence.Select(e => e.OperationId).OfType<string>().Distinct(StringComparer.Ordinal)])
        : null;

    private static (string Title, string[] Steps)? Text(ApiSpec spec, Capability capability) => capability.Id switch
    {
        CapabilityIds.Idempotency => ("Repeating safely",
        [
            $"Make a random key, best a UUID, for each new write, and store it with the request before you send it ({Told(capability)}).",
            "After a time-out or a 5XX send the same request with the same key.",
            "Never use a key for another request: it is refused, or gives the first answer again.",
        ]),
        CapabilityIds.Pagination => ("Lists in pages",
        [
            $"Lists are cut into pages ({Told(capability)}).",
            WalkOn(capability),
            "Items can be added meanwhile: tell them apart by their ids.",
        ]),
        CapabilityIds.RateLimiting => ("Limits",
        [
            $"Callers are limited ({Told(capability)}).",
            $"{Refusal(capability)} wait as long as Retry-After says; without it wait 1, 2, 4, 8 seconds, with some randomness.",
            "Queue on your side, so that a burst does not become a storm of repeats.",
        ]),
        CapabilityIds.ErrorShape when !capability.Detected => ("Errors",
        [
            "The document describes no error bodies: decide by the status code alone, and log the whole body for people.",
            "4XX: do not repeat unchanged. On 401 get new credentials once; on 429 wait as long as Retry-After says.",
            "5XX, or no answer: repeat what only reads, waiting twice as long each time. A write may have been carried out: look before you send it again.",
        ]),
        CapabilityIds.ErrorShape => ("Errors",
        [
            ErrorShape(capability),
            "Log the whole error body with the request's id.",
        ]),
        CapabilityIds.ConditionalRequests => ("Conditional requests",
        [
            $"Keep the validator of what you read ({Told(capability)}).",
            "Send If-None-Match when reading again and If-Match when writing; on 412 read, apply your change anew, and write again.",
        ]),
        CapabilityIds.Async => ("Work that ends later",
        [
            "202 means accepted, not done.",
            $"Ask for the outcome at growing intervals{(spec.Capabilities.Any(c => c is { Id: CapabilityIds.Webhooks, Detected: true }) ? ", or wait for the webhook," : "")} and give up after a time you choose.",
        ]),
        CapabilityIds.Refunds =>
            ("Giving back",
            ["Give back by the id of what was done, in whole or in part, and never more than was taken.",
            "A refund may end later than its answer: record both states."]),
        CapabilityIds.Webhooks => ("Receiving webhooks", WebhookSteps(capability)),
        _ => null,
    };

    private static string WalkOn(Capability capability) => capability.Kinds.Any(k => k is "cursor" or "token" or "link")
        ? "Walk on until the answer names no next page; do not count on a page being full."
        : "Walk on until a page comes back empty, or the answer says that it was the last; do not count on a page being full.";

    private static string Refusal(Capability capability) =>
        capability.Evidence.Select(e => e.Fact).OfType<RateLimitAnswerFact>().ToList() is { Count: > 0 } answers
            && !answers.Exists(answer => answer.Status == "429") ? "On such an answer, or 429," : "On 429";

    private static string ErrorShape(Capability capability) => (capability.Kinds.Contains("problem-details"), capability.Kinds.Contains("custom")) switch
    {
        (true, true) =>
            "Some errors are problem details (RFC 9457): decide by type and status. Others have the vendor's own shape: decide by status and code. Show what is in words to people only.",
        (true, false) => "Errors are problem details (RFC 9457): decide by type and status, show title and detail to people only.",
        _ => "Errors have the vendor's own shape: decide by status and code, never by the words of a message.",
    };

    private static string[] WebhookSteps(Capability capability)
    {
        var signatures = capability.Evidence.Select(e => e.Fact).OfType<DeliverySignatureFact>().DistinctBy(s => s.Header, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return
        [
            "Offer an HTTPS address, and answer 2XX within seconds; do the work afterwards.",
            SignatureAdvice.Verification(signatures),
            SignatureAdvice.Age(signatures),
            "Deliveries come twice and out of order: remember their ids and do nothing on a second one.",
        ];
    }

    private static string Told(Capability capability) =>
        string.Join(", ", capability.Evidence.Select(e => e.Fact.ToString()).Distinct(StringComparer.OrdinalIgnoreCase).Take(3));
}
