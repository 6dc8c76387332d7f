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
