using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>The tests of webhooks against an API that delivers, rightly or not.</summary>
public sealed class DeliveryTests
{
    private static readonly RunOptions Short = new() { DeliveryTimeout = TimeSpan.FromSeconds(1) };
    private static readonly RunOptions Patient = new() { DeliveryTimeout = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData(DeliveryWrong.Nothing, "PASS PASS PASS PASS")]
    [InlineData(DeliveryWrong.Never, "FAIL NO_VERDICT NO_VERDICT NO_VERDICT")]
    [InlineData(DeliveryWrong.AnotherEvent, "FAIL NO_VERDICT NO_VERDICT NO_VERDICT")]
    [InlineData(DeliveryWrong.Unconforming, "FAIL PASS PASS PASS")]
    [InlineData(DeliveryWrong.Twice, "FAIL PASS PASS PASS")]
    [InlineData(DeliveryWrong.OldTimestamp, "FAIL PASS FAIL PASS")]
    [InlineData(DeliveryWrong.Tampered, "FAIL FAIL NO_VERDICT FAIL")]
    [InlineData(DeliveryWrong.WrongKey, "FAIL FAIL NO_VERDICT FAIL")]
    [InlineData(DeliveryWrong.Unsigned, "FAIL FAIL FAIL FAIL")]
    public async Task RunAsync_ApiThatDelivers_IsFoundWrongByTheTestsItIsWrongFor(DeliveryWrong wrong, string statuses)
    {
        await using var api = await OrdersApi.StartAsync(wrong);
        var result = await RunAsync(api, OrdersApi.Spec(), wrong is DeliveryWrong.Never or DeliveryWrong.AnotherEvent ? Short : Patient);
        string.Join(' ', result.Cases.Select(item => item.Status.ToWire())).Should().Be(statuses, string.Join('\n', result.Cases.Select(item => item.Reason)));
    }

    [Fact]
    public async Task RunAsync_FourTests_SubscribeAndCauseOnceAndLeaveNothing()
    {
        await using var api = await OrdersApi.StartAsync();
        var traces = new List<ApiTrace>();
        var result = await RunAsync(api, OrdersApi.Spec(), Patient with { OnTrace = (trace, _) =>
        {
            lock (traces) traces.Add(trace);
            return Task.CompletedTask;
        } });
        api.Requests.Count(asked => asked is { Method: "POST", Url: "/webhooks" }).Should().Be(1);
        api.Requests.Count(asked => asked is { Method: "POST", Url: "/orders" }).Should().Be(1);
        api.Requests.Single(asked => asked.Url == "/webhooks").Body.Should().Contain("http://127.0.0.1:");
        api.Subscribers.Should().Be(0);
        result.Left.Should().OnlyContain(left => left.Operation == "POST /orders");
        var delivered = traces.Single(trace => trace.Operation?.Endpoint == "order.created");
        result.Cases.Should().OnlyContain(item => item.TraceIds.Contains(delivered.Id));
        traces.Should().NotContain(trace => trace.ToString()!.Contains(OrdersApi.Secret));
    }

    [Fact]
    public async Task RunAsync_DeliveryDoesNotCome_SaysWhatWasWaitedForAndWhere()
    {
        await using var api = await OrdersApi.StartAsync(DeliveryWrong.AnotherEvent);
        var genuine = (await RunAsync(api, OrdersApi.Spec(), Short)).Cases[0];
        genuine.Reason.Should().StartWith("what happened is delivered: no delivery of 'order.created' came to http://127.0.0.1:")
            .And.Contain("one other delivery came").And.Contain("caused by POST /orders");
    }

    [Fact]
    public async Task RunAsync_NobodyTellsTheSecret_JudgesTheRestAndSkips()
    {
        await using var api = await OrdersApi.StartAsync();
        var result = await RunAsync(api, OrdersApi.Spec(tellsSecret: false), Patient);
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Skip && item.Reason!.Contains("'webhook_secret'"));
        await using var wrong = await OrdersApi.StartAsync(DeliveryWrong.Unconforming);
        (await RunAsync(wrong, OrdersApi.Spec(tellsSecret: false), Patient)).Cases[0].Status.Should().Be(CaseStatus.Fail);
    }

    [Fact]
    public async Task RunAsync_SecretIsGiven_IsUsed()
    {
        await using var api = await OrdersApi.StartAsync();
        var result = await RunAsync(api, OrdersApi.Spec(tellsSecret: false), With("webhook_secret", OrdersApi.Secret));
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Pass);
    }

    [Fact]
    public async Task RunAsync_NoSignatureIsDescribed_OnlyWhatIsDescribedApplies()
    {
        await using var api = await OrdersApi.StartAsync(DeliveryWrong.Unsigned);
        var result = await RunAsync(api, OrdersApi.Spec(signed: false), Patient);
        result.Cases.Select(item => item.Status).Should()
            .Equal(CaseStatus.Pass, CaseStatus.NotApplicable, CaseStatus.NotApplicable, CaseStatus.NotApplicable);
    }

    [Fact]
    public async Task RunAsync_NoSubscriptionIsDescribed_TheAddressIsAskedForAndUsed()
    {
        await using var inbox = await LocalDeliveryInbox.StartAsync();
        await using var api = await OrdersApi.StartAsync(registered: inbox.Address);
        var spec = OrdersApi.Spec(subscribes: false, signed: false);
        var asked = (await RunAsync(api, spec, Short with { Inbox = inbox })).Cases[0];
        asked.Status.Should().Be(CaseStatus.Skip);
        asked.Reason.Should().Contain("does not show how to register an address").And.Contain("--var webhook_url=URL");
        var given = await RunAsync(api, spec, With("webhook_url", inbox.Address.AbsoluteUri) with { Inbox = inbox });
        given.Cases[0].Status.Should().Be(CaseStatus.Pass, given.Cases[0].Reason);
    }

    [Fact]
    public async Task RunAsync_ApiElsewhere_IsNotGivenAnAddressOfThisMachine()
    {
        var suite = SuiteOf(OrdersApi.Spec());
        using var client = new HttpClient(new NobodyCalls());
        var result = await new TestRunner(OrdersApi.Spec(), client).RunAsync(suite, RunFixture.Sandbox(new Uri("http://api.example/")));
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Skip && item.Reason!.StartsWith("api.example cannot reach this machine"));
    }

    [Fact]
    public async Task RunAsync_RunDoesNotListen_Skips()
    {
        await using var api = await OrdersApi.StartAsync();
        var result = await RunAsync(api, OrdersApi.Spec(), Short with { ListensForDeliveries = false });
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Skip && item.Reason == "This run receives no deliveries.");
        api.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_SubscribingIsRefused_HasNoVerdict()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 422;
            return Task.CompletedTask;
        });
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(OrdersApi.Spec(), client).RunAsync(SuiteOf(OrdersApi.Spec()), RunFixture.Sandbox(api.BaseUrl), Short);
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.NoVerdict && item.Reason!.StartsWith("POST /webhooks did not succeed"));
        api.Requests.Should().NotContain(asked => asked.Url == "/orders");
    }

    [Fact]
    public async Task RunAsync_InboxOfTheHostFails_IsAnErrorOfTheCasesAlone()
    {
        await using var api = await OrdersApi.StartAsync();
        var result = await RunAsync(api, OrdersApi.Spec(), Short with { Inbox = new BrokenInbox() });
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Error && item.Reason == "Deliveries cannot be received: The tunnel is closed.");
    }

    [Fact]
    public async Task RunAsync_OnlyHttpsIsAllowedAndGivenNone_Skips()
    {
        var test = SuiteOf(OrdersApi.Spec()).Tests[0];
        var step = test.Steps[0] with { Delivery = test.Steps[0].Delivery! with { NeedsHttps = true } };
        await using var api = await OrdersApi.StartAsync();
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(OrdersApi.Spec(), client)
            .RunAsync(RunFixture.Suite(test with { Steps = [step] }), RunFixture.Sandbox(api.BaseUrl), Short);
        result.Cases.Single().Reason.Should().StartWith("The document allows addresses of https only");
        result.Cases.Single().Status.Should().Be(CaseStatus.Skip);
    }

    private static async Task<RunResult> RunAsync(OrdersApi api, ApiSpec spec, RunOptions options)
    {
        using var client = TestRunner.CreateClient();
        return await new TestRunner(spec, client).RunAsync(SuiteOf(spec), RunFixture.Sandbox(api.BaseUrl) with { Credentials = [] }, options,
            TestContext.Current.CancellationToken);
    }

    private static GoldenTestSuite SuiteOf(ApiSpec spec)
    {
        var suite = GoldenTestGenerator.Generate(spec);
        return suite with { Tests = [.. suite.Tests.Where(test => test.Category == TestCategoryIds.Webhook)] };
    }

    private static RunOptions With(string name, string value) => Patient with { Values = new Dictionary<string, string> { [name] = value } };

    private sealed class NobodyCalls : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{request.RequestUri} was called.");
    }

    private sealed class BrokenInbox : IDeliveryInbox
    {
        public Uri Address { get; } = new("http://127.0.0.1:9/deliveries");

        public Task<ReceivedDelivery> ReceiveAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The tunnel is closed.");

        public ValueTask DisposeAsync() => default;
    }
}
