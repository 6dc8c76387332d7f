using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Actions move a thing through its states, and answer with the thing.</summary>
public sealed class ActionTests
{
    private const string Payments = """
        openapi: 3.1.0
        info: { title: Payments, version: "1" }
        paths:
          /payments:
            post:
              operationId: createPayment
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
          /payments/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getPayment, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } } }
            delete: { operationId: deletePayment, responses: { "200": { description: gone, content: { application/json: { schema: { type: object, required: [id, deleted], properties: { id: { type: string }, deleted: { const: true } } } } } } } }
          /payments/{id}/capture:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            post: { operationId: capturePayment, responses: { "200": { description: ok, content: { application/json: { schema: { type: object, required: [payment], properties: { payment: { $ref: "#/components/schemas/Payment" } } } } } }, "409": { description: conflict } } }
          /payments/{id}/cancel:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            post: { operationId: cancelPayment, responses: { "204": { description: ok }, "409": { description: conflict } } }
        components:
          schemas:
            Payment:
              type: object
              required: [id, amount, status, created_at, updated_at]
              properties:
                id: { type: string, format: uuid }
                amount: { type: integer }
                status: { enum: [authorized, captured, canceled] }
                created_at: { type: string, format: date-time }
                updated_at: { type: string, format: date-time }
                captured_at: { type: string, format: date-time }
        """;

    [Fact]
    public async Task Post_ActionOnWhatNobodyCanMake_SucceedsWhateverOthersDid()
    {
        using var mock = new Talking(Payments.Replace("  /payments:", "  /imports:", StringComparison.Ordinal)
            .Replace("schema: { type: string } }]", "example: p1, schema: { type: string } }]", StringComparison.Ordinal));
        foreach (var action in (string[])["cancel", "capture", "cancel"])
            (await mock.AskAsync($"POST /payments/p1/{action}")).Status.Should().BeLessThan(300, action);
    }

    [Fact]
    public async Task Post_Capture_MovesTheThingAndAnswersWithIt()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var mock = new Talking(Payments, new MockOptions { Clock = clock });
        var made = await mock.AskAsync("POST /payments", """{"amount":7}""");
        (made["status"], made["created_at"], made.Json["captured_at"]).Should().Be(("authorized", "2026-01-02T03:04:05.000Z", null));
        clock.Advance(TimeSpan.FromMinutes(1));
        var captured = await mock.AskAsync($"POST /payments/{made["id"]}/capture");
        var payment = captured.Json["payment"]!;
        (captured.Status, payment["id"].ScalarText(), payment["amount"].ScalarText(), payment["status"].ScalarText()).Should()
            .Be((200, made["id"], "7", "captured"));
        (payment["created_at"].ScalarText(), payment["updated_at"].ScalarText(), payment["captured_at"].ScalarText()).Should()
            .Be(("2026-01-02T03:04:05.000Z", "2026-01-02T03:05:05.000Z", "2026-01-02T03:05:05.000Z"));
        (await mock.AskAsync($"GET /payments/{made["id"]}"))["status"].Should().Be("captured");
    }

    [Fact]
    public async Task Post_AgainOrBackwards_Is409AndChangesNothing()
    {
        using var mock = new Talking(Payments);
        var id = (await mock.AskAsync("POST /payments", """{"amount":7}"""))["id"];
        await mock.AskAsync($"POST /payments/{id}/capture");
        ((await mock.AskAsync($"POST /payments/{id}/capture")).Status, (await mock.AskAsync($"GET /payments/{id}"))["status"]).Should().Be((409, "captured"));
        var other = (await mock.AskAsync("POST /payments", """{"amount":8}"""))["id"];
        (await mock.AskAsync($"POST /payments/{other}/cancel")).Status.Should().Be(204);
        ((await mock.AskAsync($"POST /payments/{other}/capture")).Status, (await mock.AskAsync($"GET /payments/{other}"))["status"]).Should()
            .Be((409, "canceled"));
    }

    [Fact]
    public async Task Post_ActionOnWhatIsNotThere_Is404()
    {
        using var mock = new Talking(Payments);
        await mock.AskAsync("POST /payments", """{"amount":7}""");
        (await mock.AskAsync("POST /payments/00000000-0000-4000-8000-000000000000/capture")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Delete_AnswerThatNamesTheThing_NamesTheOneDeleted()
    {
        using var mock = new Talking(Payments);
        var id = (await mock.AskAsync("POST /payments", """{"amount":7}"""))["id"];
        (await mock.AskAsync($"DELETE /payments/{id}"))["id"].Should().Be(id);
    }
}
