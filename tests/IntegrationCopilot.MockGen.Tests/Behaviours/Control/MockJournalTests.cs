using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class MockJournalTests
{
    private const string Payments = MockOverridesTests.Payments;

    [Fact]
    public async Task Received_AfterRequests_HasThemWithTheirAnswers()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("GET", "payments?x=1", null);
        await mock.SendAsync("POST", "payments", "{}", "X-Key: mock-api-key");
        await mock.SendAsync("GET", "nothing", null);
        await mock.SendAsync("GET", "__mock/health", null);
        var received = mock.Server.Journal.Received();
        received.Select(e => (e.Request.Method, e.Request.Url, e.Operation?.OperationId, e.Response.Status)).Should()
            .Equal(("GET", "/payments?x=1", "listPayments", 200), ("POST", "/payments", "createPayment", 400), ("GET", "/nothing", null, 404));
        mock.Server.Journal.Received("POST /payments", r => Encoding.UTF8.GetString(r.Body.Span) == "{}").Should().ContainSingle();
        mock.Server.Journal.Received("createPayment", r => r.Body.IsEmpty).Should().BeEmpty();
    }

    [Fact]
    public async Task AssertReceived_TheNumberIsRight_Passes()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("GET", "payments", null);
        mock.Server.Journal.AssertReceived("listPayments");
        mock.Server.Journal.AssertReceived("listPayments", 1);
        mock.Server.Journal.AssertReceived("createPayment", 0);
    }

    [Fact]
    public async Task AssertReceived_NothingFits_SaysWhatCameNearestAndWhy()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("GET", "payments", null);
        await mock.SendAsync("POST", "paymnts", "{}");
        await mock.SendAsync("POST", "payments", "{}", "X-Key: mock-api-key");
        var message = mock.Server.Journal.Invoking(j => j.AssertReceived("createPayment", 1, r => r.Url.Contains("retry", StringComparison.Ordinal))).Should()
            .Throw<MockAssertionException>().Which.Message;
        message.ReplaceLineEndings("\n").Should().Be("""
            Expected POST /payments (createPayment), where the condition holds, to be received once, but it was received never; the mock has 3 requests.
            Nearest:
            - POST /payments was answered 400, the condition did not hold: body.amount: 'amount' is required but missing.
            - GET /payments was answered 200, another method, GET /payments (listPayments)
            - POST /paymnts was answered 404, no operation of the document
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void AssertReceived_TooOften_SaysSo()
    {
        var engine = new MockEngine(Described.Read(Payments));
        engine.Journal.Add(new MockExchange { Request = new() { Method = "GET", Url = "/payments" }, Response = new() { Status = 200 },
            Operation = engine.Spec.Operations[0] });
        engine.Journal.Invoking(j => j.AssertReceived("listPayments", 0)).Should().Throw<MockAssertionException>()
            .WithMessage("*to be received never, but it was received once; the mock has 1 requests.");
    }

    [Fact]
    public async Task WaitForAsync_RequestThatComesLater_IsGiven()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var waiting = mock.Server.Journal.WaitForAsync("createPayment", cancellationToken: deadline.Token);
        await mock.SendAsync("GET", "payments", null);
        waiting.IsCompleted.Should().BeFalse();
        await mock.SendAsync("POST", "payments", "{}", "X-Key: mock-api-key");
        (await waiting).Response.Status.Should().Be(400);
        (await mock.Server.Journal.WaitForAsync("listPayments", cancellationToken: deadline.Token)).Response.Status.Should().Be(200);
    }

    [Fact]
    public async Task WaitForAsync_NothingComes_EndsWithItsToken()
    {
        using var ended = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        await new MockEngine(Described.Read(Payments)).Journal.Invoking(j => j.WaitForAsync(cancellationToken: ended.Token)).Should()
            .ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Add_MoreThanIsKept_ForgetsTheOldest()
    {
        var engine = new MockEngine(Described.Read(Payments), new MockOptions { JournalLength = 2 });
        foreach (var i in (int[])[1, 2, 3]) await engine.AnswerAsync(new RecordedRequest { Method = "GET", Url = $"/payments?n={i}" });
        (engine.Journal.Total, string.Join(' ', engine.Journal.Received().Select(e => e.Request.Url))).Should().Be((3, "/payments?n=2 /payments?n=3"));
    }

    [Fact]
    public void Add_LargeBodies_KeepsAtMostSixteenMebibytes()
    {
        var journal = new MockEngine(Described.Read(Payments)).Journal;
        for (var i = 0; i < 20; i++)
            journal.Add(new MockExchange { Request = new() { Method = "POST", Url = "/payments", Body = new byte[1024 * 1024] },
                Response = new() { Status = 201 } });
        journal.Received().Should().HaveCount(16);
    }

    [Fact]
    public async Task Received_JournalIsOff_IsEmpty()
    {
        var engine = new MockEngine(Described.Read(Payments), new MockOptions { JournalLength = 0 });
        await engine.AnswerAsync(new RecordedRequest { Method = "GET", Url = "/payments" });
        engine.Journal.Received().Should().BeEmpty();
    }
}
