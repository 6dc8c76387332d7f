using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Each behaviour as a plain HTTP client sees it: with it, and with it left out.</summary>
public sealed class BehaviourCasesTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Payments, version: "1" }
        paths:
          /payments:
            get: { operationId: list, responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Payment" } } } } } } }
            post:
              operationId: pay
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
              callbacks: { paid: { "http://127.0.0.1:9/": { post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { "200": { description: ok } } } } } }
          /payments/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: If-None-Match, in: header, schema: { type: string } }]
              responses: { "200": { description: one, headers: { ETag: { schema: { type: string } } }, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } }, "304": { description: known }, "404": { description: gone } }
          /payments/{id}/refunds:
            post:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody: { content: { application/json: { schema: { type: object, properties: { amount: { type: integer } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string }, amount: { type: integer } } } } } }, "422": { description: too much } }
          /rates/search:
            get:
              parameters: [{ name: page, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]
              responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { type: object } }, example: [{ rate: 1 }, { rate: 2 }] } } } }
          /closed: { get: { security: [{ k: [] }], responses: { "204": { description: ok } } } }
        components:
          securitySchemes: { k: { type: apiKey, in: header, name: X-Key } }
          schemas: { Payment: { type: object, required: [id, amount], properties: { id: { type: string }, amount: { type: integer, enum: [1, 20] } } } }
        """;

    /// <param name="Behaviour">Its name.</param>
    /// <param name="With">What is seen with it.</param>
    /// <param name="Without">What is seen without it.</param>
    /// <param name="Look">Looks.</param>
    public sealed record Case(string Behaviour, string With, string Without, Func<HttpClient, Task<string>> Look)
    {
        public Func<MockServerOptions, MockServerOptions> Set { get; init; } = static options => options;

        public override string ToString() => Behaviour;
    }

    private static readonly IReadOnlyList<Case> Known =
    [
        new("cors", "http://page", "none",
            async http => await FieldAsync(http, "Access-Control-Allow-Origin", HttpMethod.Get, "payments", "Origin: http://page")) { Set = o =>
            o with { Cors = true } },
        new("preferences", "3", "none", async http => await FieldAsync(http, "Retry-After", HttpMethod.Get, "payments", "Prefer: retry-after=3")),
        new("delay", "delay=20", "none", async http => await FieldAsync(http, "Preference-Applied", HttpMethod.Get, "payments", "Prefer: delay=20")),
        new("overrides", "418", "200", async http =>
        {
            await StatusAsync(http, HttpMethod.Post, "__mock/overrides", """{ "operation": "list", "status": 418 }""");
            return await StatusAsync(http, HttpMethod.Get, "payments");
        }),
        new("own-paths", "200", "404", async http => await StatusAsync(http, HttpMethod.Get, "__mock/health")),
        new("rate-limit", "429", "200",
            async http => await TwiceAsync(() => StatusAsync(http, HttpMethod.Get, "payments"))) { Set = o =>
            o with { RateLimit = new MockRateLimit(1, TimeSpan.FromHours(1)) } },
        new("credentials", "401", "204", async http => await StatusAsync(http, HttpMethod.Get, "closed")),
        new("validation", "400", "201", async http => await StatusAsync(http, HttpMethod.Post, "payments", """{ "other": 1 }""")),
        new("idempotency", "true", "none",
            async http => await TwiceAsync(
            () => FieldAsync(http, "Idempotent-Replayed", HttpMethod.Post, "payments", "Idempotency-Key: a", """{ "amount": 20 }"""))),
        new("trouble", "503", "200",
            async http => await StatusAsync(http, HttpMethod.Get, "payments")) { Set = o => o with { Trouble = new MockTrouble { FailureRate = 1 } } },
        new("conditions", "304", "200", async http =>
        {
            var path = await PaidAsync(http);
            var tag = await FieldAsync(http, "ETag", HttpMethod.Get, path);
            return await StatusAsync(http, HttpMethod.Get, path, null, $"If-None-Match: {tag}");
        }),
        new("refunds", "422", "201", async http => await StatusAsync(http, HttpMethod.Post, $"{await PaidAsync(http)}/refunds", """{ "amount": 21 }""")),
        new("state", "1", "0", async http =>
        {
            await PaidAsync(http);
            return System.Text.Json.JsonElement.Parse(await http.GetStringAsync("payments")).EnumerateArray()
                .Count(p => p.GetProperty("amount").GetInt32() == 20).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }),
        new("shown-lists", "1", "2", async http => System.Text.Json.JsonElement.Parse(await http.GetStringAsync("rates/search?limit=1"))
            .GetArrayLength().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("deliveries", "0;reason=", "none",
            async http => await FieldAsync(http, "Mock-Deliveries", HttpMethod.Post, "payments", "X-A: b", """{ "amount": 20 }""")),
    ];

    public static TheoryData<Case> Cases => [.. Known];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Behaviour_PlainClient_SeesItAndSeesItGone(Case it)
    {
        var spec = Described.Read(Document);
        await using var with = await MockSession.StartAsync(spec, it.Set(new MockServerOptions()));
        (await it.Look(with.Client)).Should().StartWith(it.With);
        await using var without = await MockSession.StartAsync(spec, it.Set(new MockServerOptions()) with { Without = [it.Behaviour] });
        (await it.Look(without.Client)).Should().Be(it.Without).And.NotBe(it.With);
    }

    [Fact]
    public void BuiltIn_EachBehaviour_HasACaseAndNoCaseIsStale()
    {
        var engine = new MockEngine(Described.Read(Document), new MockOptions { Cors = true });
        var schemas = new SchemaSet(engine.Spec);
        var model = new StateModel(engine.Spec, schemas, new SampleGenerator(engine.Spec, schemas), engine.Options);
        BuiltInBehaviours.For(engine, new MessageValidator(engine.Spec), model, new ThingKeeper(engine.Store)).Select(b => b.Name).Distinct().Should()
            .BeEquivalentTo(Known.Select(it => it.Behaviour));
    }

    private static async Task<string> PaidAsync(HttpClient http) =>
        (await FieldAsync(http, "Location", HttpMethod.Post, "payments", "X-A: b", """{ "amount": 20 }""")).TrimStart('/');

    private static async Task<string> TwiceAsync(Func<Task<string>> look)
    {
        await look();
        return await look();
    }

    private static async Task<string> StatusAsync(HttpClient http, HttpMethod method, string path, string? json = null, string header = "X-A: b")
    {
        using var answer = await SendAsync(http, method, path, header, json);
        return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> FieldAsync(HttpClient http, string name, HttpMethod method, string path, string header = "X-A: b", string? json = null)
    {
        using var answer = await SendAsync(http, method, path, header, json);
        return answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "none";
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, string header, string? json)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var colon = header.IndexOf(':');
        request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        return await http.SendAsync(request);
    }
}
