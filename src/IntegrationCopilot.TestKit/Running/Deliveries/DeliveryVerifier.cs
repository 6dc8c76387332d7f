using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Verifies a delivery that was received, as its receiver would.</summary>
internal sealed class DeliveryVerifier(DeliverySignature described, ReceivedDelivery received)
{
    private const string OtherSecret = "whsec_b3RoZXItc2VjcmV0LW9mLW5vYm9keS0zMmJ5dGVzISE=";
    private const string Prefix = "whsec_";

    /// <summary>As good as no bound on the age.</summary>
    private static readonly TimeSpan Any = TimeSpan.FromDays(365 * 20);

    /// <summary>As it came.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="later">How much later than it came it is looked at.</param>
    public WebhookVerification Verify(string secret, TimeSpan later = default) =>
        Verify(secret, received.Request.Body, later, WebhookSignature.DefaultTolerance);

    /// <summary>As it came, whatever the time it was signed at.</summary>
    public WebhookVerification VerifyAtAnyAge(string secret) => Verify(secret, received.Request.Body, default, Any);

    /// <summary>With one byte of its body changed.</summary>
    public WebhookVerification VerifyChanged(string secret) => Verify(secret, Changed(received.Request.Body), default, Any);

    /// <summary>With a secret that is nobody's.</summary>
    public WebhookVerification VerifyWithOtherSecret() => VerifyAtAnyAge(OtherSecret);

    /// <summary>The first way of signing that verifies; where the document leaves the way open, several are tried.</summary>
    private WebhookVerification Verify(string secret, ReadOnlyMemory<byte> body, TimeSpan later, TimeSpan tolerance)
    {
        var clock = new StandingClock(received.ReceivedAt + later);
        WebhookVerification? first = null;
        foreach (var scheme in Schemes(secret, clock, tolerance))
        {
            var verification = scheme.Verify(received.Request.Headers, body.Span);
            if (verification.IsValid) return verification;
            first ??= verification;
        }

        return first!;
    }

    private IEnumerable<WebhookSignature> Schemes(string secret, TimeProvider clock, TimeSpan tolerance)
    {
        switch (described.Scheme)
        {
            case DeliverySignatureScheme.StandardWebhooks or DeliverySignatureScheme.Svix:
                yield return WebhookSignature.StandardWebhooks([Base64(secret)], clock, tolerance);
                break;
            case DeliverySignatureScheme.Stripe:
                yield return WebhookSignature.StripeStyle([secret], clock, tolerance, described.Header);
                break;
            case DeliverySignatureScheme.GitHub:
                yield return WebhookSignature.GitHubStyle([secret], described.Header);
                break;
            case DeliverySignatureScheme.Slack:
                yield return WebhookSignature.SlackStyle([secret], clock, tolerance);
                break;
            default:
                ReadOnlyMemory<byte>[] keys = [Encoding.UTF8.GetBytes(secret)];
                yield return WebhookSignature.PlainHmac(keys, described.Header, SignatureEncoding.Hex);
                yield return WebhookSignature.PlainHmac(keys, described.Header, SignatureEncoding.Base64);
                yield return WebhookSignature.PlainHmac(keys, described.Header, SignatureEncoding.Hex, "sha256=");
                yield return WebhookSignature.PlainHmac(keys, described.Header, SignatureEncoding.Base64, "sha256=");
                break;
        }
    }

    /// <summary>A secret of Standard Webhooks is base64; one that is not is taken by its bytes.</summary>
    private static string Base64(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        return text.Length > 0 && Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length > 0
            ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }

    private static byte[] Changed(ReadOnlyMemory<byte> body)
    {
        var changed = body.ToArray();
        if (changed.Length == 0) return [(byte)' '];
        changed[changed.Length / 2] ^= 1;
        return changed;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
