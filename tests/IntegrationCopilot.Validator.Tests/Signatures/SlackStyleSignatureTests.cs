using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationCopilot.Validator.Tests;

public sealed class SlackStyleSignatureTests
{
    private const string Timestamp = "1531420618";

    /// <summary>The worked example of "Verifying requests from Slack".</summary>
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));

    private WebhookSignature Scheme => WebhookSignature.SlackStyle(["8f742231b10e8888abcd99yyyzzz85a5"], clock);

    [Fact]
    public void Sign_WorkedExample_GivesItsSignature() =>
        Scheme.Sign("ignored", Body).Select(header => $"{header.Key}: {header.Value}").Should().Equal(
            $"X-Slack-Request-Timestamp: {Timestamp}",
            "X-Slack-Signature: v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");

    [Fact]
    public void Verify_WorkedExample_IsGenuine() => Scheme.Verify(Scheme.Sign("", Body), Body).IsValid.Should().BeTrue();

    [Theory]
    [InlineData("X-Slack-Signature", null, WebhookRefusal.MissingHeader)]
    [InlineData("X-Slack-Request-Timestamp", null, WebhookRefusal.MissingHeader)]
    [InlineData("X-Slack-Signature", "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", WebhookRefusal.MalformedHeader)]
    [InlineData("X-Slack-Signature", "v0=a2114d57", WebhookRefusal.MalformedHeader)]
    [InlineData("X-Slack-Signature", "v0=b2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", WebhookRefusal.NoMatch)]
    [InlineData("X-Slack-Request-Timestamp", "1531420619", WebhookRefusal.NoMatch)]
    [InlineData("X-Slack-Request-Timestamp", "soon", WebhookRefusal.MalformedHeader)]
    [InlineData("X-Slack-Request-Timestamp", "1531420317", WebhookRefusal.TimestampTooOld)]
    [InlineData("X-Slack-Request-Timestamp", "1531420919", WebhookRefusal.TimestampInFuture)]
    public void Verify_FieldMissingOrOther_IsRefusedForThat(string name, string? value, WebhookRefusal refusal)
    {
        var headers = Scheme.Sign("", Body).Where(header => header.Key != name).ToList();
        if (value is not null) headers.Add(new(name, value));
        Scheme.Verify(headers, Body).Refusal.Should().Be(refusal);
    }

    [Fact]
    public void Verify_BodyChanged_IsRefused() => Scheme.Verify(Scheme.Sign("", Body), "other"u8).Refusal.Should().Be(WebhookRefusal.NoMatch);
}
