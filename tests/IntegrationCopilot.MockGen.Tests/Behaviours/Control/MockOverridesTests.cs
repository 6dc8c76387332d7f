using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class MockOverridesTests
{
    internal const string Payments = """
        openapi: 3.0.3
        info: { title: Payments, version: "1" }
        paths:
          /payments:
            get: { operationId: listPayments, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { type: integer } }, example: [1] } } } } }
            post:
              operationId: createPayment
              security: [{ key: [] }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer } } } } } }
              responses:
                "201": { description: made, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } }, example: { id: 1 } } } }
                "429": { description: slow down, content: { application/json: { schema: { type: object, required: [message], properties: { message: { type: string } } } } } }
          /payments/{id}:
            get: { operationId: getPayment, parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { "200": { description: ok, content: { application/json: { example: { id: 7 } } } } } }
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
        """;

    private static readonly string[] Key = ["X-Key: mock-api-key"];

    [Theory]
    [InlineData("createPayment")]
    [InlineData("POST /payments")]
    [InlineData("post /payments")]
    public async Task Set_StatusAndBody_AnswersThatOperationOnly(string operation)
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var id = mock.Server.Overrides.Set(operation, 201, """{"id":42}""");
        var answer = await mock.SendAsync("POST", "payments", """{"amount":1}""", Key);
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), Field(answer, "Mock-Body"), Field(answer, "Mock-Nonconforming")).Should()
            .Be((201, """{"id":42}""", "override", null));
        (await (await mock.SendAsync("GET", "payments", null)).Content.ReadAsStringAsync()).Should().Be("[1]");
        mock.Server.Overrides.Remove(id).Should().BeTrue();
        mock.Server.Overrides.Remove(id).Should().BeFalse();
        (await (await mock.SendAsync("POST", "payments", """{"amount":1}""", Key)).Content.ReadAsStringAsync()).Should().Be("""{"id":2}""");
    }

    [Fact]
    public async Task Set_StatusAlone_IsAnsweredAsDescribed()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set("createPayment", 429);
        var answer = await mock.SendAsync("POST", "payments", """{"amount":1}""", Key);
        ((int)answer.StatusCode, Field(answer, "Retry-After"), Field(answer, "Mock-Nonconforming")).Should().Be((429, "1", null));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"message\"");
    }

    [Fact]
    public async Task Set_BodyThatDoesNotConform_IsSentAndSaid()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set("createPayment", 201, """{"id":"text"}""");
        Field(await mock.SendAsync("POST", "payments", """{"amount":1}""", Key), "Mock-Nonconforming").Should().Contain("integer");
    }

    [Fact]
    public async Task Set_RequestThatWouldBeRefused_IsAnsweredAndItsFindingsAreKept()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set("createPayment", 201, """{"id":1}""");
        ((int)(await mock.SendAsync("POST", "payments", "{}")).StatusCode).Should().Be(201);
        mock.Server.Journal.Received("createPayment").Should().ContainSingle().Which.Findings.Should().ContainSingle(f => f.Where == "body.amount");
    }

    [Fact]
    public async Task FailNext_Twice_FailsTwiceAndThenNoMore()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.FailNext(times: 2);
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await mock.SendAsync("GET", "payments", null)).StatusCode);
        statuses.Should().Equal(503, 503, 200);
    }

    [Fact]
    public async Task FailNext_ManyAtOnce_FailsExactlyThatMany()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.FailNext("listPayments", times: 7, status: 500);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => mock.SendAsync("GET", "payments", null)));
        answers.Count(a => (int)a.StatusCode == 500).Should().Be(7);
    }

    [Fact]
    public async Task Set_Several_TheLastThatFitsAnswers()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set("getPayment", 404);
        mock.Server.Overrides.Set(new MockOverride { Operation = "getPayment", When = r => r.Url.EndsWith("/5", StringComparison.Ordinal), Status = 500 });
        mock.Server.Overrides.Set(new MockOverride { When = _ => throw new InvalidOperationException("a condition that fails"), Status = 418 });
        ((int)(await mock.SendAsync("GET", "payments/5", null)).StatusCode, (int)(await mock.SendAsync("GET", "payments/6", null)).StatusCode).Should()
            .Be((500, 404));
    }

    [Fact]
    public async Task Set_HeadersAlone_AreAddedToTheUsualAnswer()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set(
            new MockOverride { Operation = "listPayments", Headers = [new("X-Trace", "a"), new("X-Trace", "b"), new("Mock-Body", "mine")] });
        var answer = await mock.SendAsync("GET", "payments", null);
        (await answer.Content.ReadAsStringAsync(), Field(answer, "X-Trace"), Field(answer, "Mock-Body")).Should().Be(("[1]", "a, b", "mine"));
    }

    [Fact]
    public async Task Set_UndescribedPath_IsAnsweredWhereTheConditionHolds()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set(new MockOverride { When = r => r.Url == "/status", Body = Encoding.UTF8.GetBytes("up"), ContentType = "text/plain" });
        var answer = await mock.SendAsync("GET", "status", null);
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType).Should()
            .Be((200, "up", MediaTypeHeaderValue.Parse("text/plain")));
        ((int)(await mock.SendAsync("GET", "__mock/health", null)).StatusCode).Should().Be(200);
    }

    [Fact]
    public async Task Set_Delay_IsWaitedFor()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set(new MockOverride { Operation = "listPayments", Delay = TimeSpan.FromMilliseconds(80) });
        var watch = Stopwatch.StartNew();
        await mock.SendAsync("GET", "payments", null);
        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(70));
    }

    [Fact]
    public async Task Set_BrokenConnection_IsAnErrorOfTheClient()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set(new MockOverride { Operation = "listPayments", BreaksConnection = true, Times = 1 });
        await mock.Invoking(m => m.SendAsync("GET", "payments", null)).Should().ThrowAsync<HttpRequestException>();
        ((int)(await mock.SendAsync("GET", "payments", null)).StatusCode).Should().Be(200);
    }

    [Fact]
    public void Set_UnknownOperation_NamesTheNearest()
    {
        var overrides = new MockEngine(Described.Read(Payments)).Overrides;
        overrides.Invoking(o => o.Set("createPaymnt", 200)).Should().Throw<ArgumentException>()
            .WithMessage("*no operation 'createPaymnt'*POST /payments (createPayment)*");
    }

    [Fact]
    public void Set_WhatIsImpossible_IsRefusedAtOnce()
    {
        var overrides = new MockEngine(Described.Read(Payments)).Overrides;
        MockOverride[] impossible =
        [
            new() { Status = 99 }, new() { Times = 0 }, new() { Delay = TimeSpan.FromSeconds(-1) }, new() { ContentType = "a\r\nb" },
            new() { Headers = [new("X", "a\r\nY: b")] }, new() { Headers = [new("X Y", "a")] }, new() { Headers = [new("Content-Length", "5")] },
        ];
        foreach (var answer in impossible) overrides.Invoking(o => o.Set(answer)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task ResetAsync_TakesEverythingBack()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        mock.Server.Overrides.Set("listPayments", 500);
        await mock.SendAsync("GET", "payments", null);
        await mock.Server.Engine.ResetAsync();
        (mock.Server.Journal.Total, mock.Server.Journal.Received().Count).Should().Be((0, 0));
        ((int)(await mock.SendAsync("GET", "payments", null)).StatusCode).Should().Be(200);
    }

    private static string? Field(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
