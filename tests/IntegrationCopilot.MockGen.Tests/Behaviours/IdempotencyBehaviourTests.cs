using System.Net;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class IdempotencyBehaviourTests
{
    private const string Payments = """
        openapi: 3.1.0
        info: { title: Payments, version: "1" }
        paths:
          /payments:
            post:
              operationId: createPayment
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
          /payments/{id}: { get: { operationId: getPayment, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } } } }
          /required:
            post:
              parameters: [{ name: PayPal-Request-Id, in: header, required: true, schema: { type: string } }]
              responses: { "200": { description: ok } }
          /body:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { idempotency_key: { type: string }, amount: { type: integer } } } } } }
              responses: { "200": { description: ok } }
        components: { schemas: { Payment: { type: object, required: [id, amount], properties: { id: { type: string, format: uuid }, amount: { type: integer } } } } }
        """;

    [Theory]
    [InlineData("k1", "k1")]
    [InlineData("k1", "\"k1\"")]
    public async Task Post_SameKeyAndRequest_GetsTheSameAnswer(string first, string second)
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var one = await mock.SendAsync("POST", "payments", """{"amount":1}""", $"Idempotency-Key: {first}");
        var two = await mock.SendAsync("POST", "payments", """{ "amount": 1 }""", $"Idempotency-Key: {second}");
        (await two.Content.ReadAsStringAsync(), (int)two.StatusCode).Should().Be((await one.Content.ReadAsStringAsync(), 201));
        two.Headers.GetValues("Idempotent-Replayed").Should().Equal("true");
        (await (await mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k2")).Content.ReadAsStringAsync()).Should()
            .NotBe(await one.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_SameKeyOtherRequest_Is422()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k1");
        ((int)(await mock.SendAsync("POST", "payments", """{"amount":2}""", "Idempotency-Key: k1")).StatusCode).Should().Be(422);
    }

    [Fact]
    public async Task Post_SameKeyInProgress_Is409AndOneEffect()
    {
        var gate = new Gate();
        await using var mock = await MockSession.StartAsync(Payments, new MockServerOptions { Behaviours = [gate] });
        var slow = mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k1");
        await gate.Reached.Task;
        var meanwhile = await mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k1");
        gate.Opened.SetResult();
        ((int)meanwhile.StatusCode, (int)(await slow).StatusCode).Should().Be((409, 201));
    }

    [Fact]
    public async Task Post_FirstClientHasGone_IsAnsweredAnew()
    {
        var gate = new Gate();
        await using var mock = await MockSession.StartAsync(Payments, new MockServerOptions { Behaviours = [gate] });
        using (var goes = new HttpClient { BaseAddress = mock.Server.BaseUrl })
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post, "payments") { Content = new StringContent("""{"amount":1}""", System.Text.Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", "k1");
            _ = goes.SendAsync(request, TestContext.Current.CancellationToken);
            await gate.Reached.Task;
        }
        var again = mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k1");
        gate.Opened.SetResult();
        (await again).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Post_FailureOfTheServer_MayBeSentAgain()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        ((int)(await mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k1", "Prefer: code=503")).StatusCode).Should().Be(503);
        ((int)(await mock.SendAsync("POST", "payments", """{"amount":1}""", "Idempotency-Key: k1")).StatusCode).Should().Be(201);
    }

    [Fact]
    public async Task Post_RequiredKeyMissing_Is400()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        ((int)(await mock.SendAsync("POST", "required", null)).StatusCode).Should().Be(400);
        ((int)(await mock.SendAsync("POST", "required", null, "PayPal-Request-Id: a")).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Post_KeyInTheBody_IsHeeded()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        ((int)(await mock.SendAsync("POST", "body", """{"idempotency_key":"a","amount":1}""")).StatusCode).Should().Be(200);
        ((int)(await mock.SendAsync("POST", "body", """{"idempotency_key":"a","amount":2}""")).StatusCode).Should().Be(422);
        (await mock.SendAsync("POST", "body", """{"idempotency_key":"a","amount":1}""")).Headers.Contains("Idempotent-Replayed").Should().BeTrue();
    }

    /// <summary>Holds requests that are in progress until it is opened, or their client has gone.</summary>
    private sealed class Gate : IMockBehaviour
    {
        public string Name => "gate";

        public MockStage Stage => MockStage.Processing;

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public MockStep Build(MockOperation? operation, MockStep next) => async request =>
        {
            Reached.TrySetResult();
            await Opened.Task.WaitAsync(request.Aborted);
            return await next(request);
        };
    }
}
