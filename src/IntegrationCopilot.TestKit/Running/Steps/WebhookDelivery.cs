using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Signs a webhook delivery, changes it as the test wants, and verifies it, all without a request.</summary>
internal static class WebhookDelivery
{
    private const string OtherSecret = "b3RoZXItc2VjcmV0LW9mLW5vYm9keS0zMmJ5dGVzISE=";
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    public static StepOutcome Deliver(TestStep step, WebhookSample sample, TemplateValues values, RunContext context)
    {
        var filling = new Filling(values);
        var secret = filling.Text(sample.Secret);
        var body = Encoding.UTF8.GetBytes(filling.Text(sample.Payload));
        filling.ThrowIfIncomplete();
        var clock = context.Options.Clock;
        var headers = Scheme(sample, secret, sample.Change == WebhookChange.OldTimestamp ? new ShiftedClock(clock, -Age) : clock).Sign(context.RunId, body);
        var verifier = Scheme(sample, sample.Change == WebhookChange.WrongSecret ? OtherSecret : secret, clock);
        var delivered = sample.Change == WebhookChange.Body ? Changed(body) : body;
        if (sample.Change == WebhookChange.NoSignature)
            headers = [.. headers.Where(header => !header.Key.Equals(sample.Header, StringComparison.OrdinalIgnoreCase))];
        return new StepOutcome { Step = step, Delivery = verifier.Verify(headers, delivered), DeliveryVerdict = Verdict(sample, headers, body, context) };
    }

    private static WebhookSignature Scheme(WebhookSample sample, string secret, TimeProvider clock)
    {
        try
        {
            return sample.Scheme switch
            {
                WebhookSignatureScheme.StandardWebhooks => WebhookSignature.StandardWebhooks([secret], clock),
                WebhookSignatureScheme.Stripe => WebhookSignature.StripeStyle([secret], clock, header: sample.Header),
                WebhookSignatureScheme.GitHub => WebhookSignature.GitHubStyle([secret], sample.Header),
                _ => WebhookSignature.PlainHmac([Encoding.UTF8.GetBytes(secret)], sample.Header, SignatureEncoding.Hex),
            };
        }
        catch (ArgumentException e)
        {
            throw new CaseStopException($"The webhook secret cannot be used: {e.Message.Split(" (Parameter", 2)[0]}");
        }
    }

    private static byte[] Changed(byte[] body)
    {
        var changed = (byte[])body.Clone();
        if (changed.Length == 0) return [(byte)' '];
        changed[changed.Length / 2] ^= 1;
        return changed;
    }

    private static MessageVerdict? Verdict(WebhookSample sample, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body, RunContext context)
    {
        var operations = context.Spec.Webhooks.Concat(context.Spec.Operations.SelectMany(operation => operation.Callbacks));
        if (operations.FirstOrDefault(operation => operation.Id == sample.Webhook) is not { } webhook) return null;
        var request = new RecordedRequest { Method = webhook.Method, Url = "/", Headers = [new("Content-Type", "application/json"), .. headers], Body = body };
        return context.Validator.ValidateRequest(webhook, request);
    }

    private sealed class ShiftedClock(TimeProvider clock, TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + shift;
    }
}
