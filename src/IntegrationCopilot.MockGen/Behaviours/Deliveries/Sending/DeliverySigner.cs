using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The header fields that sign a delivery, in the scheme the document names.</summary>
internal sealed class DeliverySigner(DeliveryOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(-10);

    public IReadOnlyList<KeyValuePair<string, string>> Sign(DeliveryDraft draft)
    {
        var described = draft.Webhook.Facts.OfType<DeliverySignatureFact>().FirstOrDefault();
        var scheme = SchemeFor(described);
        var time = draft.Defect == DeliveryDefect.StaleTimestamp ? new ShiftedClock(clock, Stale) : clock;
        var fields = With(scheme, described, [.. SecretsFor(draft, scheme)], time).Sign(draft.Id, draft.Message.Body.Span);
        if (scheme == DeliverySignatureScheme.Svix) fields = [.. fields.Select(Renamed)];
        return draft.Defect == DeliveryDefect.Unsigned ? [.. fields.Where(f => !IsSignature(f.Key, described))] : fields;
    }

    /// <summary>Names of all fields that a signature may take.</summary>
    public static bool IsSignature(string name, DeliverySignatureFact? described) =>
        name.Contains("signature", StringComparison.OrdinalIgnoreCase)
            || (described is not null && name.Equals(described.Header, StringComparison.OrdinalIgnoreCase));

    private DeliverySignatureScheme SchemeFor(DeliverySignatureFact? described)
    {
        var scheme = options.Scheme ?? described?.Scheme ?? DeliverySignatureScheme.StandardWebhooks;
        return scheme is not (DeliverySignatureScheme.Unknown or DeliverySignatureScheme.Hmac) ? scheme : described is null ? DeliverySignatureScheme.GitHub
            : DeliverySignatureScheme.Hmac;
    }

    private IEnumerable<string> SecretsFor(DeliveryDraft draft, DeliverySignatureScheme scheme)
    {
        IReadOnlyList<string> own = draft.Secret is { } subscribers ? [subscribers] : options.Secrets;
        var isMany = scheme is DeliverySignatureScheme.StandardWebhooks or DeliverySignatureScheme.Svix or DeliverySignatureScheme.Stripe;
        return draft.Defect switch
        {
            DeliveryDefect.WrongKey => [Another(own[0])],
            DeliveryDefect.RotatedKey when isMany => [Another(own[0]), .. own],
            _ => own,
        };
    }

    private static string Another(string secret) => $"whsec_{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"not {secret}")))}";

    private static WebhookSignature With(DeliverySignatureScheme scheme, DeliverySignatureFact? described, string[] secrets, TimeProvider clock) =>
        scheme switch
    {
        DeliverySignatureScheme.Stripe =>
            WebhookSignature.StripeStyle(secrets, clock, header: described is { Scheme: DeliverySignatureScheme.Stripe } own ? own.Header : "Stripe-Signature"),
        DeliverySignatureScheme.GitHub => WebhookSignature.GitHubStyle(secrets),
        DeliverySignatureScheme.Slack => WebhookSignature.SlackStyle(secrets, clock),
        DeliverySignatureScheme.Hmac =>
            WebhookSignature.PlainHmac(secrets.Select(s => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(s)), described!.Header, SignatureEncoding.Hex),
        _ => WebhookSignature.StandardWebhooks(secrets.Select(Base64), clock),
    };

    /// <summary>Subscribers choose secrets of any form; one that is no base64 is taken by its bytes.</summary>
    private static string Base64(string secret)
    {
        var text = secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret[6..] : secret;
        var isBase64 = text.Length > 0 && Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length > 0;
        return isBase64 ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }

    private static KeyValuePair<string, string> Renamed(KeyValuePair<string, string> field) =>
        new(field.Key.Replace("webhook-", "svix-", StringComparison.Ordinal), field.Value);
}
