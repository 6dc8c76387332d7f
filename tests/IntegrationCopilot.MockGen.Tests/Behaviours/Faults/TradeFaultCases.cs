namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Cases of faults of idempotency, conditions, limits and refunds.</summary>
internal static class TradeFaultCases
{
    public static IEnumerable<FaultCase> Cases { get; } =
    [
        Case("idempotency-ignored", "same", "another",
            async probe => await CreateAsync(probe, 5, "k") == await CreateAsync(probe, 5, "k") ? "same" : "another"),
        Case("reused-key-accepted", "422", "201", async probe =>
        {
            await CreateAsync(probe, 5, "k");
            return await probe.StatusAsync("POST", "orders", """{"amount":6}""", "Idempotency-Key: k");
        }),
        Case("missing-key-accepted", "400", "201", probe => probe.StatusAsync("POST", "orders", """{"amount":6}""")),
        Case("constant-etag", "another", "same", async probe =>
        {
            var id = await CreateAsync(probe, 5);
            var before = await probe.FieldAsync("ETag", "GET", $"orders/{id}");
            await probe.StatusAsync("PUT", $"orders/{id}", """{"amount":6}""");
            return await probe.FieldAsync("ETag", "GET", $"orders/{id}") == before ? "same" : "another";
        }),
        Case("missing-etag", "there", "none",
            async probe => await probe.FieldAsync("ETag", "GET", $"orders/{await CreateAsync(probe, 5)}") == "none" ? "none" : "there"),
        Case("if-match-ignored", "412", "200",
            async probe => await probe.StatusAsync("PUT", $"orders/{await CreateAsync(probe, 5)}", """{"amount":6}""", "If-Match: \"old\"")),
        Case("if-none-match-ignored", "304", "200", async probe =>
        {
            var id = await CreateAsync(probe, 5);
            var tag = await probe.FieldAsync("ETag", "GET", $"orders/{id}");
            return await probe.StatusAsync("GET", $"orders/{id}", null, $"If-None-Match: {(tag == "none" ? "*" : tag)}");
        }),
        Case("excess-refund-accepted", "422", "200",
            async probe => await probe.StatusAsync("POST", $"orders/{await CreateAsync(probe, 5)}/refund", """{"amount":6}""")),
        Case("second-refund-accepted", "422", "200", async probe =>
        {
            var id = await CreateAsync(probe, 5);
            (await probe.StatusAsync("POST", $"orders/{id}/refund", """{"amount":5}""")).Should().Be("200");
            return await probe.StatusAsync("POST", $"orders/{id}/refund", """{"amount":5}""");
        }),
        Case("rate-limit-ignored", "429", "200", async probe =>
        {
            for (var i = 0; i < 10; i++) await probe.StatusAsync("GET", "orders");
            return await probe.StatusAsync("GET", "orders");
        }) with { Set = options => options with { RateLimit = new MockRateLimit(10, TimeSpan.FromMinutes(10)) } },
    ];

    private static FaultCase Case(string fault, string right, string wrong, Func<FaultProbe, Task<string>> look) =>
        new(fault, right, wrong, Selling.Document, look);

    private static async Task<string> CreateAsync(FaultProbe probe, int amount, string key = "first") =>
        (await probe.JsonAsync("POST", "orders", $$"""{"amount":{{amount}}}""", $"Idempotency-Key: {key}"))["id"]!.ToJsonString().Trim('"');
}
