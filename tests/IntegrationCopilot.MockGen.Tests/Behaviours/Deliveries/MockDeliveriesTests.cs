using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class MockDeliveriesTests : IAsyncLifetime
{
    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebhookReceiver receiver = null!;

    public async ValueTask InitializeAsync() => receiver = await WebhookReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        invoker.Dispose();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Create_SubscribedAddress_GetsTheEventWithTheThingAndAGenuineSignature()
    {
        await using var mock = await StartAsync();
        await SubscribeAsync(mock);
        using var created = await mock.SendAsync("POST", "payments", """{"amount":1234}""");
        created.Headers.GetValues("Mock-Deliveries").Should().Equal("1");
        var delivery = await receiver.NextAsync();
        delivery.Json.GetProperty("type").GetString().Should().Be("payment.created");
        var thing = (await JsonDocument.ParseAsync(await created.Content.ReadAsStreamAsync())).RootElement;
        delivery.Json.GetProperty("data").GetProperty("payment").GetRawText().Should().Be(thing.GetRawText());
        Verify(delivery).IsValid.Should().BeTrue();
        Conforms(mock, delivery).Should().BeTrue();
    }

    [Fact]
    public async Task Create_AnotherPaymentSaidWhereToTellOfIt_GoesToTheAddressOfTheMockStill()
    {
        await using var mock = await StartAsync(new DeliveryOptions { Invoker = invoker, Address = receiver.Address });
        using var told = await mock.SendAsync("POST", "payments", """{"amount":1,"notify_url":"ftp://nowhere.example"}""");
        told.EnsureSuccessStatusCode();
        using var other = await mock.SendAsync("POST", "payments", """{"amount":1234}""");
        other.Headers.GetValues("Mock-Deliveries").Should().Equal("1");
        (await receiver.NextAsync()).Json.GetProperty("data").GetProperty("payment").GetProperty("amount").GetInt32().Should().Be(1234);
    }

    [Fact]
    public async Task Action_EventOfItsVerb_IsDeliveredWithTheIdOfThePath()
    {
        await using var mock = await StartAsync();
        var id = await PayAsync(mock);
        await SubscribeAsync(mock);
        (await mock.SendAsync("POST", $"payments/{id}/capture", null)).EnsureSuccessStatusCode();
        var delivery = await receiver.NextAsync();
        delivery.Json.GetProperty("type").GetString().Should().Be("payment.captured");
        delivery.Json.GetProperty("data").GetProperty("payment").GetProperty("id").GetString().Should().Be(id);
    }

    [Fact]
    public async Task Delete_NothingAnswered_TellsTheIdOfThePath()
    {
        await using var mock = await StartAsync();
        var id = await PayAsync(mock);
        await SubscribeAsync(mock);
        (await mock.SendAsync("DELETE", $"payments/{id}", null)).EnsureSuccessStatusCode();
        var delivery = await receiver.NextAsync();
        delivery.Json.GetProperty("type").GetString().Should().Be("payment.deleted");
        delivery.Json.GetProperty("data").GetProperty("payment").GetProperty("id").GetString().Should().Be(id);
    }

    [Theory]
    [InlineData("payment.captured", 0)]
    [InlineData("payment.created", 1)]
    [InlineData("payment.*", 1)]
    [InlineData("*", 1)]
    [InlineData("onPaymentEvent", 1)]
    public async Task Create_SubscriptionToEvents_IsAskedForThem(string filter, int expected)
    {
        await using var mock = await StartAsync();
        await SubscribeAsync(mock, $"""["{filter}"]""");
        (await mock.SendAsync("POST", "payments", """{"amount":1}""")).EnsureSuccessStatusCode();
        await mock.Server.Engine.Deliveries.WhenIdleAsync();
        receiver.Waiting.Should().Be(expected);
    }

    [Fact]
    public async Task Unsubscribe_NothingMoreIsDelivered()
    {
        await using var mock = await StartAsync();
        var id = await SubscribeAsync(mock);
        (await mock.SendAsync("DELETE", $"webhooks/{id}", null)).EnsureSuccessStatusCode();
        mock.Server.Engine.Deliveries.Subscriptions.Should().BeEmpty();
        (await mock.SendAsync("POST", "payments", """{"amount":1}""")).EnsureSuccessStatusCode();
        mock.Server.Engine.Deliveries.Records.Should().BeEmpty();
    }

    [Fact]
    public async Task Ping_Subscription_GetsOne()
    {
        await using var mock = await StartAsync();
        var id = await SubscribeAsync(mock);
        (await mock.SendAsync("POST", $"webhooks/{id}/ping", null)).EnsureSuccessStatusCode();
        Verify(await receiver.NextAsync()).IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task Callback_Expression_LeadsToTheAddressOfTheRequest()
    {
        await using var mock = await StartAsync();
        using var created = await mock.SendAsync("POST", "payments", $$"""{"amount":5,"notify_url":"{{receiver.Address}}hooks"}""");
        var id = (await JsonDocument.ParseAsync(await created.Content.ReadAsStreamAsync())).RootElement.GetProperty("id").GetString();
        await mock.Server.Engine.Deliveries.WhenIdleAsync();
        var callback = mock.Server.Engine.Deliveries.Records.Single(r => r.Webhook.Kind == OperationKind.Callback);
        callback.Should().BeEquivalentTo(new { Address = $"{receiver.Address}hooks/settled?id={id}", State = DeliveryState.Delivered,
            Cause = "POST /payments" });
        JsonDocument.Parse(callback.Body).RootElement.GetProperty("payment_id").GetString().Should().Be(id);
    }

    [Fact]
    public async Task Create_NoInvoker_DeliversNothingAndSaysSo()
    {
        await using var mock = await MockSession.StartAsync(Paying.Document);
        await SubscribeAsync(mock);
        using var created = await mock.SendAsync("POST", "payments", """{"amount":1}""");
        created.Headers.GetValues("Mock-Deliveries").Single().Should().StartWith("0;reason=").And.Contain("HttpMessageInvoker");
        var record = mock.Server.Engine.Deliveries.Records.Single();
        (record.State, record.Problem).Should().Be((DeliveryState.NotSent, mock.Server.Engine.Deliveries.Problem));
        receiver.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task Create_SubscribersOwnSecret_Signs()
    {
        await using var mock = await StartAsync();
        (await mock.SendAsync("POST", "webhooks", $$"""{"url":"{{receiver.Address}}","secret":"whsec_b3du"}""")).EnsureSuccessStatusCode();
        (await mock.SendAsync("POST", "payments", """{"amount":1}""")).EnsureSuccessStatusCode();
        var delivery = await receiver.NextAsync();
        WebhookSignature.StandardWebhooks(["b3du"], TimeProvider.System).Verify(delivery.Headers, delivery.Body).IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task Schedule_ReceiverRefuses_TriesAgainWhenItIsTime()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var answers = new Queue<int>([500, 302, 200]);
        await using var failing = await WebhookReceiver.StartAsync(_ => answers.Dequeue());
        await using var mock = await StartAsync(new DeliveryOptions { Invoker = invoker, AttemptTimeout = TimeSpan.FromDays(1) }, clock);
        var first = (await mock.Server.Engine.Deliveries.SendAsync("paymentEvent", new DeliveryOrder { Address = failing.Address })).Single();
        first.Should().BeEquivalentTo(new { State = DeliveryState.Pending, Attempts = new[] { new { Status = 500 } } });
        await AdvanceUntilIdleAsync(mock, clock, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        var record = mock.Server.Engine.Deliveries.Records.Single();
        record.State.Should().Be(DeliveryState.Delivered);
        record.Attempts.Select(attempt => attempt.Status).Should().Equal(500, 302, 200);
        (record.Attempts[1].At - record.Attempts[0].At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5)).And.BeLessThan(TimeSpan.FromMinutes(5));
        (record.Attempts[2].At - record.Attempts[1].At).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 3; i++)
        {
            var delivery = await failing.NextAsync();
            (delivery.Field("webhook-id"), delivery.Field("webhook-timestamp")).Should()
                .Be((first.Id, record.Attempts[i].At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task Schedule_NobodyAnswers_GivesUpAfterAsManyAttemptsAsItIsLong()
    {
        await using var mock = await StartAsync(new DeliveryOptions { Invoker = invoker, TimeScale = 0 });
        var records = await mock.Server.Engine.Deliveries.SendAsync("paymentEvent", new DeliveryOrder { Address = new Uri("http://127.0.0.1:1/") });
        records.Should().ContainSingle();
        await mock.Server.Engine.Deliveries.WhenIdleAsync();
        var record = mock.Server.Engine.Deliveries.Records.Single();
        record.State.Should().Be(DeliveryState.GivenUp);
        record.Attempts.Should().HaveCount(DeliveryOptions.AdvisedSchedule.Count).And.OnlyContain(a => a.Status == null && a.Error != null);
    }

    [Fact]
    public async Task Gone_TheSubscriptionEnds()
    {
        await using var gone = await WebhookReceiver.StartAsync(_ => 410);
        await using var mock = await StartAsync();
        (await mock.SendAsync("POST", "webhooks", $$"""{"url":"{{gone.Address}}"}""")).EnsureSuccessStatusCode();
        (await mock.SendAsync("POST", "payments", """{"amount":1}""")).EnsureSuccessStatusCode();
        await mock.Server.Engine.Deliveries.WhenIdleAsync();
        mock.Server.Engine.Deliveries.Subscriptions.Single().IsActive.Should().BeFalse();
        (await mock.SendAsync("POST", "payments", """{"amount":1}""")).EnsureSuccessStatusCode();
        mock.Server.Engine.Deliveries.Records.Should().ContainSingle().Which.Attempts.Should().ContainSingle();
    }

    [Fact]
    public async Task DisposeAsync_DeliveryWaiting_IsCancelled()
    {
        await using var failing = await WebhookReceiver.StartAsync(_ => 500);
        var mock = await StartAsync(new DeliveryOptions { Invoker = invoker });
        await mock.Server.Engine.Deliveries.SendAsync("paymentEvent", new DeliveryOrder { Address = failing.Address });
        await mock.DisposeAsync();
        mock.Server.Engine.Deliveries.Records.Single().State.Should().Be(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task Bounds_MoreDeliveriesAndSubscriptionsThanKept_AreForgottenOrRefused()
    {
        await using var failing = await WebhookReceiver.StartAsync(_ => 500);
        await using var mock = await StartAsync(new DeliveryOptions { Invoker = invoker, MaxPending = 2, MaxRecords = 3, MaxSubscriptions = 2 });
        for (var i = 0; i < 3; i++) (await mock.SendAsync("POST", "webhooks", $$"""{"url":"{{failing.Address}}{{i}}"}""")).EnsureSuccessStatusCode();
        mock.Server.Engine.Deliveries.Subscriptions.Select(s => s.Address).Should().Equal($"{failing.Address}1", $"{failing.Address}2");
        for (var i = 0; i < 2; i++) await mock.Server.Engine.Deliveries.SendAsync("paymentEvent");
        var records = mock.Server.Engine.Deliveries.Records;
        records.Should().HaveCount(3);
        records.Where(r => r.State == DeliveryState.NotSent).Should().HaveCount(2).And.OnlyContain(r => r.Problem!.Contains("MaxPending"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("ftp://host/x")]
    [InlineData("javascript:alert(1)")]
    public async Task Address_NoUrlOfHttp_IsNotSent(string address)
    {
        await using var mock = await StartAsync();
        await mock.SendAsync("POST", "webhooks", $$"""{"url":"{{address}}"}""", "Prefer: code=201");
        await mock.SendAsync("POST", "payments", """{"amount":1}""");
        mock.Server.Engine.Deliveries.Records.Should().OnlyContain(r => r.State == DeliveryState.NotSent && r.Problem!.Contains("absolute URL"));
    }

    [Fact]
    public async Task SendAsync_UnknownWebhook_NamesTheKnownOnes()
    {
        await using var mock = await StartAsync();
        var send = () => mock.Server.Engine.Deliveries.SendAsync("nothing");
        (await send.Should().ThrowAsync<ArgumentException>()).WithMessage("*'nothing'*paymentEvent*");
    }

    private Task<MockSession> StartAsync(DeliveryOptions? deliveries = null, TimeProvider? clock = null) =>
        MockSession.StartAsync(Paying.Document,
            new MockServerOptions { Deliveries = deliveries ?? new DeliveryOptions { Invoker = invoker }, Clock = clock ?? TimeProvider.System });

    private async Task<string> SubscribeAsync(MockSession mock, string events = "[]")
    {
        using var answer = await mock.SendAsync("POST", "webhooks", $$"""{"url":"{{receiver.Address}}","events":{{events}}}""");
        answer.EnsureSuccessStatusCode();
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync())).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task<string> PayAsync(MockSession mock)
    {
        using var answer = await mock.SendAsync("POST", "payments", """{"amount":1234}""");
        return (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync())).RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Lets time pass, faster after a while, until nothing waits for it.</summary>
    private static async Task AdvanceUntilIdleAsync(MockSession mock, FakeTimeProvider clock, TimeSpan step, TimeSpan later)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var idle = mock.Server.Engine.Deliveries.WhenIdleAsync(patience.Token);
        for (var i = 0; !idle.IsCompleted; i++)
        {
            clock.Advance(i < 20 ? step : later);
            await Task.WhenAny(idle, Task.Delay(20, patience.Token));
        }
        await idle;
    }

    private static WebhookVerification Verify(ReceivedDelivery delivery) =>
        WebhookSignature.StandardWebhooks([DeliveryOptions.DefaultSecret], TimeProvider.System).Verify(delivery.Headers, delivery.Body);

    private static bool Conforms(MockSession mock, ReceivedDelivery delivery)
    {
        var request = new RecordedRequest { Method = "POST", Url = delivery.Path, Headers = delivery.Headers, Body = delivery.Body };
        return new MessageValidator(mock.Server.Spec).ValidateRequest(mock.Server.Spec.Webhooks[0], request).IsValid;
    }
}
