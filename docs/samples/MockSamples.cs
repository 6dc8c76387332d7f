using System.Threading.Channels;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Builder;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/mock.md.</summary>
public sealed class MockSamples
{
    private static readonly string Path = System.IO.Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    [Fact]
    public async Task Call()
    {
        var path = Path;
        #region call
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);

        var payments = await client.GetStringAsync("payments");

        using var tooMany = new HttpRequestMessage(HttpMethod.Get, "payments");
        tooMany.Headers.Add("Prefer", "code=429, retry-after=2");
        using var answer = await client.SendAsync(tooMany);
        #endregion
        payments.Should().Contain("pay_0000000000000001");
        ((int)answer.StatusCode, answer.Headers.RetryAfter!.Delta).Should().Be((429, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Watch()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        #region watch
        var exchanges = Channel.CreateUnbounded<MockExchange>();
        var options = new MockServerOptions { Seed = 7, OnExchange = exchange => exchanges.Writer.TryWrite(exchange) };
        await using var mock = await MockServer.StartAsync(spec, options);
        #endregion
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);
        using var refused = await client.GetAsync(new Uri("payments?limit=none", UriKind.Relative));
        ((int)refused.StatusCode).Should().Be(400);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        (await exchanges.Reader.ReadAsync(deadline.Token)).Findings.Should().NotBeEmpty("a limit is a number");
    }

    [Fact]
    public async Task Client()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        #region client
        var mock = new MockEngine(spec);
        using var client = mock.CreateClient();
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);

        var payments = await client.GetStringAsync("payments");
        #endregion
        payments.Should().Contain("pay_0000000000000001");
    }

    [Fact]
    public async Task Map()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        var other = spec;
        #region map
        var app = WebApplication.CreateBuilder().Build();
        app.MapMock(spec, "/payments-mock");
        app.MapMock(other, "/other-mock", new MockOptions { Seed = 7 });
        #endregion
        await using var running = app;
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.GetStringAsync("payments-mock/__mock/health")).Should().Contain("ok");
        (await client.GetStringAsync("other-mock/__mock/health")).Should().Contain("ok");
    }

    [Fact]
    public async Task Override()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        #region override
        mock.Overrides.Set("getPayment", 200, """{ "id": "pay_0000000000000001", "status": "refused" }""");
        mock.Overrides.Set(new MockOverride
        {
            Operation = "POST /payments",
            When = request => request.Headers.Any(h => h.Key == "Idempotency-Key"),
            Status = 503,
            Headers = [new("Retry-After", "3")],
            Times = 1,
        });
        mock.Overrides.FailNext(times: 2);
        #endregion
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await client.GetAsync(new Uri("payments/pay_0000000000000001", UriKind.Relative))).StatusCode);
        statuses.Should().Equal(503, 503, 200);
    }

    [Fact]
    public async Task Journal()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);
        await client.GetAsync(new Uri("payments", UriKind.Relative));
        await client.PostAsync(new Uri("payments", UriKind.Relative), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        using var ending = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var deadline = ending.Token;
        #region journal
        mock.Journal.AssertReceived("listPayments", times: 1);
        var created = await mock.Journal.WaitForAsync("createPayment", cancellationToken: deadline);
        var findings = created.Findings;
        await mock.Engine.ResetAsync();
        #endregion
        findings.Should().NotBeEmpty("an empty payment does not conform");
        mock.Journal.Received().Should().BeEmpty();
    }

    [Fact]
    public async Task Samples()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        #region samples
        var samples = new SampleGenerator(spec, options: new SampleOptions { Seed = 7, Today = new DateOnly(2026, 12, 1) });
        var media = spec.Operations.First(o => o.RequestBody is not null).RequestBody!.Content[0];
        var body = samples.ForUse("run 12, case 3").ForBody(media, MessageDirection.Request);
        foreach (var note in body.Notes) Console.WriteLine($"{note.Pointer}: {note.Keyword} at {note.Source}");
        #endregion
        body.Found.Should().BeTrue();
    }

    [Fact]
    public async Task Behave()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        var engine = new MockEngine(spec, new MockOptions { Behaviours = [new Maintenance()], Without = ["credentials", "validation"] });
        var request = new IntegrationCopilot.Validator.RecordedRequest { Method = "POST", Url = "/payments" };
        (await engine.AnswerAsync(request)).Status.Should().Be(503);
        (await engine.AnswerAsync(request with { Method = "GET" })).Status.Should().Be(200);
    }

    #region behaviour
    sealed class Maintenance : IMockBehaviour
    {
        public string Name => "maintenance";

        public MockStage Stage => MockStage.Admission;

        public MockStep Build(MockOperation? operation, MockStep next) =>
            operation?.Description.Method == "GET" ? next : request => new(request.Refuse(503, "Only reading works today."));
    }
    #endregion

    [Fact]
    public async Task Deliver()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        await using var other = await MockServer.StartAsync(spec);
        var receiver = other.BaseUrl;
        #region deliver
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false });
        var options = new MockServerOptions { Deliveries = new DeliveryOptions { Invoker = invoker, TimeScale = 0.001 } };
        await using var mock = await MockServer.StartAsync(spec, options);

        var order = new DeliveryOrder { Address = receiver, Defect = DeliveryDefect.TamperedBody };
        var sent = await mock.Engine.Deliveries.SendAsync("payment.succeeded", order);
        #endregion
        sent.Single().Attempts[0].Should().BeEquivalentTo(new { Status = 404, Succeeded = false });
    }

    [Fact]
    public async Task Fault()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        #region fault
        var fault = new FaultInjection(MockFaults.Find("missing-field")!, "GET /payments/{payment_id}");
        await using var mock = await MockServer.StartAsync(spec, new MockServerOptions { Faults = [fault] });
        #endregion
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);
        using var spoilt = await client.GetAsync(new Uri("payments/pay_0000000000000001", UriKind.Relative));
        spoilt.Headers.GetValues("Mock-Fault").Should().Equal("missing-field");
    }
}
