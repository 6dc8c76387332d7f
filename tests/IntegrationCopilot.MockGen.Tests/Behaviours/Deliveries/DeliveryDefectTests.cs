using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class DeliveryDefectTests
{
    private const string Secret = DeliveryOptions.DefaultSecret;

    public static TheoryData<DeliverySignatureScheme> Schemes => [.. Enum.GetValues<DeliverySignatureScheme>()];

    /// <summary>Every way of being wrong that a signature shows, in every scheme.</summary>
    public static TheoryData<DeliverySignatureScheme, DeliveryDefect> Spoilt =>
        [.. from scheme in Enum.GetValues<DeliverySignatureScheme>()
            from defect in new[] { DeliveryDefect.TamperedBody, DeliveryDefect.WrongKey, DeliveryDefect.Unsigned, DeliveryDefect.Truncated,
                DeliveryDefect.StaleTimestamp }
            where defect != DeliveryDefect.StaleTimestamp
                || scheme is not (DeliverySignatureScheme.GitHub or DeliverySignatureScheme.Hmac or DeliverySignatureScheme.Unknown)
            select (scheme, defect)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task SendAsync_EachScheme_IsVerified(DeliverySignatureScheme scheme)
    {
        var (delivery, _) = await DeliverAsync(scheme, DeliveryDefect.None);
        Verify(scheme, delivery).Message.Should().Be("The signature matches.");
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task SendAsync_Spoilt_IsRefusedForThat(DeliverySignatureScheme scheme, DeliveryDefect defect)
    {
        var (delivery, _) = await DeliverAsync(scheme, defect);
        var expected = defect switch
        {
            DeliveryDefect.StaleTimestamp => WebhookRefusal.TimestampTooOld,
            DeliveryDefect.Unsigned => WebhookRefusal.MissingHeader,
            _ => WebhookRefusal.NoMatch,
        };
        Verify(scheme, delivery).Refusal.Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task SendAsync_RotatedKey_IsAcceptedByTheOldSecret(DeliverySignatureScheme scheme)
    {
        var (delivery, _) = await DeliverAsync(scheme, DeliveryDefect.RotatedKey);
        Verify(scheme, delivery).IsValid.Should().BeTrue();
        if (scheme is DeliverySignatureScheme.StandardWebhooks) delivery.Field("webhook-signature")!.Split(' ').Should().HaveCount(2);
    }

    [Fact]
    public async Task SendAsync_WrongContentType_SaysText()
    {
        var (delivery, _) = await DeliverAsync(DeliverySignatureScheme.StandardWebhooks, DeliveryDefect.WrongContentType);
        delivery.Field("Content-Type").Should().Be("text/plain");
        Verify(DeliverySignatureScheme.StandardWebhooks, delivery).IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_TamperedBody_IsStillJson()
    {
        var (delivery, record) = await DeliverAsync(DeliverySignatureScheme.StandardWebhooks, DeliveryDefect.TamperedBody);
        delivery.Json.ValueKind.Should().Be(System.Text.Json.JsonValueKind.Object);
        delivery.Body.Should().NotEqual(record.Body.ToArray());
    }

    [Fact]
    public async Task SendAsync_Replayed_ComesTwiceTheSame()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await SendAsync(receiver, DeliverySignatureScheme.StandardWebhooks, DeliveryDefect.Replayed);
        var (first, second) = (await receiver.NextAsync(), await receiver.NextAsync());
        second.Body.Should().Equal(first.Body);
        foreach (var name in (string[])["webhook-id", "webhook-timestamp",
            "webhook-signature"]) second.Field(name).Should().NotBeNull().And.Be(first.Field(name));
    }

    [Fact]
    public async Task SendAsync_Duplicated_ComesTwiceUnderOneId()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await SendAsync(receiver, DeliverySignatureScheme.StandardWebhooks, DeliveryDefect.Duplicated);
        var (first, second) = (await receiver.NextAsync(), await receiver.NextAsync());
        second.Field("webhook-id").Should().NotBeNull().And.Be(first.Field("webhook-id"));
        Verify(DeliverySignatureScheme.StandardWebhooks, second).IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task Prefer_OutOfOrder_ComesAfterTheNext()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await using var mock = await MockSession.StartAsync(Paying.Document,
            new MockServerOptions { Deliveries = new DeliveryOptions { Invoker = invoker, Address = receiver.Address } });
        using var created = await mock.SendAsync("POST", "payments", """{"amount":1}""", "Prefer: delivery=out-of-order");
        created.Headers.GetValues("Preference-Applied").Should().Equal("delivery=out-of-order");
        var id = System.Text.Json.Nodes.JsonNode.Parse(await created.Content.ReadAsStringAsync())!["id"];
        (await mock.SendAsync("POST", $"payments/{id}/capture", null)).EnsureSuccessStatusCode();
        (await receiver.NextAsync()).Json.GetProperty("type").GetString().Should().Be("payment.captured");
        (await receiver.NextAsync()).Json.GetProperty("type").GetString().Should().Be("payment.created");
    }

    [Fact]
    public async Task Order_ManyDeliveries_ComeInTheOrderOfTheirCauses()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await using var mock = await MockSession.StartAsync(Paying.Document,
            new MockServerOptions { Deliveries = new DeliveryOptions { Invoker = invoker, Address = receiver.Address } });
        for (var i = 0; i < 20; i++) await mock.SendAsync("POST", "payments", $$"""{"amount":{{i + 1}}}""");
        for (var i = 0; i < 20; i++)
            (await receiver.NextAsync()).Json.GetProperty("data").GetProperty("payment").GetProperty("amount").GetInt32().Should().Be(i + 1);
    }

    private static async Task<(ReceivedDelivery Delivery, DeliveryRecord Record)> DeliverAsync(DeliverySignatureScheme scheme, DeliveryDefect defect)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var record = await SendAsync(receiver, scheme, defect);
        return (await receiver.NextAsync(), record);
    }

    private static async Task<DeliveryRecord> SendAsync(WebhookReceiver receiver, DeliverySignatureScheme scheme, DeliveryDefect defect)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        var options = new MockOptions { Deliveries = new DeliveryOptions { Invoker = invoker, Scheme = scheme } };
        await using var engine = new MockEngine(Described.Read(Paying.Document.Replace("webhook-signature", scheme == DeliverySignatureScheme.Hmac
            || scheme == DeliverySignatureScheme.Unknown ? "X-Paying-Signature" : "webhook-signature", StringComparison.Ordinal)), options);
        var records = await engine.Deliveries.SendAsync("paymentEvent", new DeliveryOrder { Address = receiver.Address, Defect = defect });
        records.Single().Attempts.Should().NotBeEmpty();
        await engine.Deliveries.WhenIdleAsync();
        return engine.Deliveries.Records.Single();
    }

    /// <summary>Svix's names are Standard Webhooks' with another beginning.</summary>
    private static WebhookVerification Verify(DeliverySignatureScheme scheme, ReceivedDelivery delivery)
    {
        if (scheme != DeliverySignatureScheme.Svix) return Verifier(scheme).Verify(delivery.Headers, delivery.Body);
        delivery.Field("svix-id").Should().NotBeNull();
        var own = delivery.Headers.Where(h => !h.Key.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase));
        return Verifier(scheme)
            .Verify([.. own.Select(h => new KeyValuePair<string, string>(h.Key.Replace("svix-", "webhook-", StringComparison.OrdinalIgnoreCase), h.Value))],
            delivery.Body);
    }

    private static WebhookSignature Verifier(DeliverySignatureScheme scheme) => scheme switch
    {
        DeliverySignatureScheme.Stripe => WebhookSignature.StripeStyle([Secret], TimeProvider.System),
        DeliverySignatureScheme.GitHub => WebhookSignature.GitHubStyle([Secret]),
        DeliverySignatureScheme.Slack => WebhookSignature.SlackStyle([Secret], TimeProvider.System),
        DeliverySignatureScheme.Hmac or DeliverySignatureScheme.Unknown =>
            WebhookSignature.PlainHmac([Encoding.UTF8.GetBytes(Secret)], "X-Paying-Signature", SignatureEncoding.Hex),
        _ => WebhookSignature.StandardWebhooks([Secret], TimeProvider.System),
    };
}
