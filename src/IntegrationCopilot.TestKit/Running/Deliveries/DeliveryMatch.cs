using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>How well what arrives fits the delivery that is waited for.</summary>
/// <param name="delivery">The delivery.</param>
/// <param name="webhook">What it is one of.</param>
/// <param name="validator">Compares it with the document.</param>
/// <param name="path">The path it is to come to, or beneath; null for any.</param>
internal sealed class DeliveryMatch(StepDelivery delivery, ApiOperation webhook, MessageValidator validator, string? path)
{
    public DeliveryFit Of(ReceivedDelivery received)
    {
        var request = received.Request;
        if (path is not null && !request.Url.StartsWith(path, StringComparison.Ordinal)) return DeliveryFit.Other;
        if (!request.Method.Equals(webhook.Method, StringComparison.OrdinalIgnoreCase)) return DeliveryFit.Other;
        var body = JsonBody.Parse(request.Body);
        if (delivery.Event is { } told && body is { } json)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(told.Field, out var type) || type.ValueKind != JsonValueKind.String
                || type.GetString() != told.Type) return DeliveryFit.Other;
        return validator.ValidateRequest(webhook, request).IsValid ? DeliveryFit.Conforming : DeliveryFit.Meant;
    }

    /// <summary>What names a delivery, whatever was signed anew: its identifier, else its body.</summary>
    public static string IdentityOf(ReceivedDelivery received) =>
        received.Request.Headers.FirstOrDefault(IsIdentifier) is { Value: { Length: > 0 } id } ? id : Convert.ToHexStringLower(received.Request.Body.Span);

    /// <summary>Its identifier, for people.</summary>
    public static string NameOf(ReceivedDelivery received) =>
        received.Request.Headers.FirstOrDefault(IsIdentifier) is { Value: { Length: > 0 } id } ? $"'{id}'" : $"of {received.Request.Body.Length} bytes";

    private static bool IsIdentifier(KeyValuePair<string, string> field) =>
        field.Key.Equals("webhook-id", StringComparison.OrdinalIgnoreCase) || field.Key.Equals("svix-id", StringComparison.OrdinalIgnoreCase);
}

/// <summary>How well something that arrived fits.</summary>
internal enum DeliveryFit
{
    /// <summary>It is another delivery.</summary>
    Other,

    /// <summary>It is the one that is meant as far as can be told, and is not as described.</summary>
    Meant,

    /// <summary>It is the one that is meant, and as described.</summary>
    Conforming,
}
