using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.Validator.Tests;

public sealed class WebhookSignatureTests
{
    private const string OldSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private const string NewSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly byte[] Body = """{"event":"payment.succeeded"}"""u8.ToArray();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1_614_265_330));

    public static TheoryData<string> Schemes => ["standard", "stripe", "github", "hex", "base64"];

    private WebhookSignature Scheme(string name, params string[] secrets) => name switch
    {
        "standard" => WebhookSignature.StandardWebhooks(secrets, clock),
        "stripe" => WebhookSignature.StripeStyle(secrets, clock),
        "github" => WebhookSignature.GitHubStyle(secrets),
        "hex" => WebhookSignature.PlainHmac(secrets.Select(secret => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(secret)), "X-Signature",
            SignatureEncoding.Hex),
        _ => WebhookSignature.PlainHmac(secrets.Select(secret => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(secret)), "X-Signature",
            SignatureEncoding.Base64, "v0="),
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Verify_OwnSignature_Holds(string scheme) =>
        Scheme(scheme, NewSecret).Verify(Scheme(scheme, NewSecret).Sign("msg_1", Body), Body).IsValid.Should().BeTrue();

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Verify_OtherSecret_IsNoMatchAndShowsNothing(string scheme)
    {
        var verdict = Scheme(scheme, NewSecret).Verify(Scheme(scheme, OldSecret).Sign("msg_1", Body), Body);
        verdict.Refusal.Should().Be(WebhookRefusal.NoMatch);
        var right = Scheme(scheme, NewSecret).Sign("msg_1", Body)[^1].Value;
        verdict.ToString().Should().NotContain(right[^20..]).And.NotContain(NewSecret);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Verify_ReceiverKnowsBothSecrets_AcceptsEither(string scheme)
    {
        var receiver = Scheme(scheme, NewSecret, OldSecret);
        receiver.Verify(Scheme(scheme, OldSecret).Sign("msg_1", Body), Body).IsValid.Should().BeTrue();
        receiver.Verify(Scheme(scheme, NewSecret).Sign("msg_1", Body), Body).IsValid.Should().BeTrue();
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("stripe")]
    public void Sign_TwoSecrets_SatisfiesReceiversOfEither(string scheme)
    {
        var headers = Scheme(scheme, OldSecret, NewSecret).Sign("msg_1", Body);
        Scheme(scheme, OldSecret).Verify(headers, Body).IsValid.Should().BeTrue();
        Scheme(scheme, NewSecret).Verify(headers, Body).IsValid.Should().BeTrue();
    }

    [Theory]
    [InlineData("standard", 300, null)]
    [InlineData("standard", 301, WebhookRefusal.TimestampTooOld)]
    [InlineData("standard", -300, null)]
    [InlineData("standard", -301, WebhookRefusal.TimestampInFuture)]
    [InlineData("stripe", 301, WebhookRefusal.TimestampTooOld)]
    [InlineData("stripe", -301, WebhookRefusal.TimestampInFuture)]
    [InlineData("github", 1_000_000, null)]
    public void Verify_TimePasses_FollowsTheTolerance(string scheme, int seconds, WebhookRefusal? expected)
    {
        var headers = Scheme(scheme, NewSecret).Sign("msg_1", Body);
        var later = new FakeTimeProvider(clock.GetUtcNow().AddSeconds(seconds));
        var receiver = scheme switch
        {
            "standard" => WebhookSignature.StandardWebhooks([NewSecret], later),
            "stripe" => WebhookSignature.StripeStyle([NewSecret], later),
            _ => WebhookSignature.GitHubStyle([NewSecret]),
        };
        receiver.Verify(headers, Body).Refusal.Should().Be(expected);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Verify_HeadersGoneOrBroken_SaysWhich(string scheme)
    {
        var headers = Scheme(scheme, NewSecret).Sign("msg_1", Body);
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers[i].Key;
            var without = headers.Where(header => !string.Equals(header.Key, name, StringComparison.Ordinal)).ToList();
            var verdict = Scheme(scheme, NewSecret).Verify(without, Body);
            verdict.Refusal.Should().Be(WebhookRefusal.MissingHeader);
            verdict.Message.Should().Contain(name);
        }

        Scheme(scheme, NewSecret).Verify([.. headers.SkipLast(1), new(headers[^1].Key, "nonsense")], Body).Refusal.Should().Be(WebhookRefusal.MalformedHeader);
    }

    [Property]
    public void Verify_AnyHeaderText_NeverThrows(string text, string id, byte[] body)
    {
        foreach (var scheme in new[] { "standard", "stripe", "github", "hex", "base64" })
        {
            foreach (var header in Scheme(scheme, NewSecret).Sign("m", body))
            {
                Scheme(scheme, NewSecret)
                    .Verify([new("webhook-id", id ?? ""), new("webhook-timestamp", "1614265330"), new(header.Key, text ?? "")], body).IsValid.Should()
                    .BeFalse();
            }
        }
    }

    [Fact]
    public void Factory_NoOrEmptySecret_IsACallersMistake()
    {
        FluentActions.Invoking(() => Scheme("stripe")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Scheme("github", "")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Scheme("standard", "not base64!")).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a b")]
    [InlineData("m\u00FCnz")]
    [InlineData("")]
    public void Sign_IdentifierThatCannotBeSent_IsACallersMistake(string id)
    {
        FluentActions.Invoking(() => Scheme("standard", NewSecret).Sign(id, Body)).Should().Throw<ArgumentException>();
        Scheme("stripe", NewSecret).Sign(id, Body).Should().ContainSingle("the scheme sends no identifier");
    }

    [Theory]
    [InlineData("v1a,AAAA v2,BBBB", "v1a, v2")]
    [InlineData("V1,AAAA", "V1")]
    [InlineData("v10,AAAA", "v10")]
    public void Verify_StandardOfOtherVersionsOnly_SaysWhichAreThere(string signatures, string versions)
    {
        var headers = Scheme("standard", NewSecret).Sign("msg_1", Body);
        var verdict = Scheme("standard", NewSecret).Verify([headers[0], headers[1], new("webhook-signature", signatures)], Body);
        verdict.Refusal.Should().Be(WebhookRefusal.NoSignatureOfVersion);
        verdict.Message.Should().Be($"There is no v1 signature in the header webhook-signature; the versions in it are {versions}.");
    }

    [Theory]
    [InlineData("t=1614265330,v0=00", "There is no v1 signature in the header Stripe-Signature; the versions in it are v0.")]
    [InlineData("t=1614265330", "There is no v1 signature in the header Stripe-Signature.")]
    public void Verify_StripeOfOtherVersionsOnly_SaysSo(string header, string message)
    {
        var verdict = Scheme("stripe", NewSecret).Verify([new("Stripe-Signature", header)], Body);
        verdict.Refusal.Should().Be(WebhookRefusal.NoSignatureOfVersion);
        verdict.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("svix-")]
    [InlineData("Svix-")]
    [InlineData("WEBHOOK-")]
    public void Verify_EitherFamilyOfNames_Holds(string prefix)
    {
        var headers = Renamed(Scheme("standard", NewSecret).Sign("msg_1", Body), prefix);
        Scheme("standard", NewSecret).Verify(headers, Body).IsValid.Should().BeTrue();
        Scheme("standard", OldSecret).Verify(headers, Body).Refusal.Should().Be(WebhookRefusal.NoMatch);
    }

    [Fact]
    public void Verify_HalfOfOneFamilyBesideAllOfTheOther_UsesTheWholeOne()
    {
        var headers = Scheme("standard", NewSecret).Sign("msg_1", Body);
        Scheme("standard", NewSecret).Verify([.. Renamed(headers, "svix-"), new("webhook-id", "other")], Body).IsValid.Should().BeTrue();
        var missing = Scheme("standard", NewSecret).Verify([.. Renamed(headers, "svix-").Take(2)], Body);
        missing.Refusal.Should().Be(WebhookRefusal.MissingHeader);
        missing.Message.Should().Contain("svix-signature");
    }

    private static List<KeyValuePair<string, string>> Renamed(IEnumerable<KeyValuePair<string, string>> headers, string prefix) =>
        [.. headers.Select(h => new KeyValuePair<string, string>(h.Key.Replace("webhook-", prefix, StringComparison.Ordinal), h.Value))];
}
