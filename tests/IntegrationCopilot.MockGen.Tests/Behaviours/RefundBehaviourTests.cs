using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class RefundBehaviourTests
{
    private const string Payments = """
        openapi: 3.1.0
        info: { title: Payments, version: "1" }
        paths:
          /payments:
            get: { operationId: listPayments, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Payment" } } } } } } }
            post:
              operationId: createPayment
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer, minimum: 1 } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
          /payments/{paymentId}:
            get:
              operationId: getPayment
              parameters: [{ name: paymentId, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
          /payments/{paymentId}/refunds:
            post:
              operationId: refundPayment
              parameters: [{ name: paymentId, in: path, required: true, schema: { type: string } }]
              requestBody: { content: { application/json: { schema: { type: object, properties: { amount: { type: integer, minimum: 1 } } } } } }
              responses:
                "201": { description: made, content: { application/json: { schema: { type: object, required: [id, amount], properties: { id: { type: string }, amount: { type: integer } } } } } }
                "409": { description: too much }
        components: { schemas: { Payment: { type: object, required: [id, amount], properties: { id: { type: string, format: uuid }, amount: { type: integer } } } } }
        """;

    /// <summary>Payments are made, and no operation reads them: no resource describes them.</summary>
    private const string Unkept = """
        openapi: 3.1.0
        info: { title: Payments, version: "1" }
        paths:
          /authorise:
            post:
              operationId: authorise
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { amount: { type: integer } } }, example: { amount: 30 } } } }
              responses: { "200": { description: made, content: { application/json: { schema: { type: object, properties: { pspReference: { type: string } } }, example: { pspReference: P-1 } } } } }
          /payments/{pspReference}/refunds:
            post:
              operationId: refund
              parameters: [{ name: pspReference, in: path, required: true, example: P-9, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer } } }, example: { amount: 10 } } } }
              responses: { "200": { description: made, content: { application/json: { schema: { type: object, properties: { response: { type: string } } } } } }, "422": { description: refused } }
        """;

    [Fact]
    public async Task Post_RefundOfWhatNoResourceIs_NoMoreThanAnybodyPaidAndOnlyWhatIsShown()
    {
        await using var mock = await MockSession.StartAsync(Unkept);
        (await RefundOfAsync(mock, "P-1", 30)).Should().Be(200, "the answer of the payment names it");
        (await RefundOfAsync(mock, "P-9", 10)).Should().Be(200, "the document shows it");
        (await RefundOfAsync(mock, "P-2", 10)).Should().Be(422, "nobody was told that there is such a payment");
        (await RefundOfAsync(mock, "P-1", 500)).Should().Be(422, "nobody paid so much");
        using (var paid = await mock.Client.PostAsync("authorise", Json("""{ "amount": 500 }"""))) paid.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        (await RefundOfAsync(mock, "P-1", 500)).Should().Be(200);
    }

    private static async Task<int> RefundOfAsync(MockSession mock, string name, int amount)
    {
        using var answer = await mock.Client.PostAsync($"payments/{name}/refunds", Json($$"""{ "amount": {{amount}} }"""));
        return (int)answer.StatusCode;
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    [Fact]
    public async Task Post_Refunds_NoMoreThanWasTaken()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var id = await PayAsync(mock, 100);
        (await RefundAsync(mock, id, "101")).Should().Be(409, "it is too much");
        (await RefundAsync(mock, id, "60")).Should().Be(201);
        (await RefundAsync(mock, id, "41")).Should().Be(409);
        (await RefundAsync(mock, id, "40")).Should().Be(201);
        (await RefundAsync(mock, id, "1")).Should().Be(409, "all of it was given back");
    }

    [Fact]
    public async Task Post_RefundOfTheWhole_OnceOnly()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var id = await PayAsync(mock, 100);
        (await RefundAsync(mock, id, null)).Should().Be(201);
        (await RefundAsync(mock, id, null)).Should().Be(409);
    }

    [Fact]
    public async Task Post_RefundsAtOnce_OneWins()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var id = await PayAsync(mock, 100);
        (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RefundAsync(mock, id, "70")))).Order().Should().Equal(201, 409, 409, 409, 409);
    }

    [Fact]
    public async Task Post_RefundOfWhatIsNotThere_Is404()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await PayAsync(mock, 100);
        (await RefundAsync(mock, "00000000-0000-4000-8000-000000000000", "1")).Should().Be(404);
    }

    private static async Task<string> PayAsync(MockSession mock, int amount) =>
        (string)JsonNode.Parse(await (await mock.SendAsync("POST", "payments", $$"""{"amount":{{amount}}}""")).Content.ReadAsStringAsync())!["id"]!;

    private static async Task<int> RefundAsync(MockSession mock, string id, string? amount) =>
        (int)(await mock.SendAsync("POST", $"payments/{id}/refunds", amount is null ? null : $$"""{"amount":{{amount}}}""")).StatusCode;
}
