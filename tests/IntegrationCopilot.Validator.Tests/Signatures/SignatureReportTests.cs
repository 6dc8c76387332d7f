using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The inputs that a stranger tried on webhook signatures.</summary>
public sealed class SignatureReportTests
{
    private const string Now = "1700000000";
    private static readonly byte[] Key = "0123456789abcdef01234567"u8.ToArray();
    private static readonly byte[] Body = """{"a":1}"""u8.ToArray();
    private static readonly string Secret = "whsec_" + Convert.ToBase64String(Key);
    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    [Theory]
    [InlineData("a.b\nc")]
    [InlineData("a.b")]
    [InlineData("a\nb")]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("")]
    public void Sign_IdentifierWithADotOrALineFeed_IsRefused(string id) =>
        FluentActions.Invoking(() => Standard().Sign(id, Body)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("v1a,{0}", "There is no v1 signature in the header webhook-signature")]
    [InlineData("v2,{0} v1a,{0}", "the versions in it are v2, v1a")]
    public void Verify_OtherVersionsOnly_SaysThatThereIsNoV1(string signature, string told)
    {
        var verdict = Standard().Verify(Headers("m1", Now, string.Format(null, signature, Mac($"m1.{Now}."))), Body);
        verdict.IsValid.Should().BeFalse();
        verdict.Message.Should().Contain(told).And.NotContain("changed");
    }

    [Fact]
    public void Verify_StripeOfV0Only_SaysThatThereIsNoV1()
    {
        var verdict = WebhookSignature.StripeStyle(["whsec_abc"], clock).Verify([new("Stripe-Signature", $"t={Now},v0=00")], Body);
        verdict.Message.Should().Contain("no v1 signature").And.NotContain("changed");
    }

    [Theory]
    [InlineData("webhook-")]
    [InlineData("svix-")]
    [InlineData("SVIX-")]
    public void Verify_NamesOfSvix_AreTaken(string prefix) =>
        Standard().Verify([new(prefix + "id", "m1"), new(prefix + "timestamp", Now), new(prefix + "signature", "v1," + Mac($"m1.{Now}."))],
            Body).IsValid.Should().BeTrue();

    [Theory]
    [InlineData("v1,AAAA v1,{0} v2,zz", true)]
    [InlineData("v1a,{0} v1,{0}", true)]
    [InlineData("v1,{0}", true)]
    [InlineData("{0}", false)]
    [InlineData("v1,", false)]
    [InlineData("", false)]
    public void Verify_Lists_AreReadEntryByEntry(string signature, bool holds) =>
        Standard().Verify(Headers("m1", Now, string.Format(null, signature, Mac($"m1.{Now}."))), Body).IsValid.Should().Be(holds);

    [Theory]
    [InlineData("1700000300", null)]
    [InlineData("1700000301", WebhookRefusal.TimestampInFuture)]
    [InlineData("1699999700", null)]
    [InlineData("1699999699", WebhookRefusal.TimestampTooOld)]
    [InlineData("1700000000000", WebhookRefusal.MalformedHeader)]
    [InlineData("1700000000.5", WebhookRefusal.MalformedHeader)]
    [InlineData("+1700000000", WebhookRefusal.MalformedHeader)]
    [InlineData("-1", WebhookRefusal.MalformedHeader)]
    [InlineData("2023-11-14T22:13:20Z", WebhookRefusal.MalformedHeader)]
    [InlineData("01700000000", WebhookRefusal.MalformedHeader)]
    [InlineData("99999999999999999999999", WebhookRefusal.MalformedHeader)]
    public void Verify_Timestamps_AreWholeSecondsWithinTheTolerance(string timestamp, WebhookRefusal? refusal) =>
        Standard().Verify(Headers("m1", timestamp, "v1," + Mac($"m1.{timestamp}.")), Body).Refusal.Should().Be(refusal);

    private WebhookSignature Standard() => WebhookSignature.StandardWebhooks([Secret], clock);

    private static KeyValuePair<string, string>[] Headers(string id, string timestamp, string signature) =>
        [new("webhook-id", id), new("webhook-timestamp", timestamp), new("webhook-signature", signature)];

    private static string Mac(string lead) => Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(lead).Concat(Body).ToArray()));
}
