namespace IntegrationCopilot.SpecEngine;

/// <summary>Which headers of a webhook or callback carry its signature, and by which scheme.</summary>
internal static class DeliverySignatures
{
    /// <summary>Words of headers that belong to a signature and are none.</summary>
    private static readonly HashSet<string> Beside =
        new(StringComparer.Ordinal) { "timestamp", "time", "date", "algorithm", "method", "version", "key", "keyid", "id", "type", "input", "cert", "url" };

    public static IEnumerable<(ApiParameter Parameter, DeliverySignatureFact Fact)> Of(ApiOperation delivery)
    {
        foreach (var parameter in delivery.Parameters)
        {
            if (parameter.Place != ParameterPlace.Header || !IsSignature(parameter.Name)) continue;
            var scheme = SchemeOf(parameter);
            yield return (parameter,
                new DeliverySignatureFact(scheme, parameter.Name) { TimestampHeader = Header(delivery, TimestampOf(scheme)),
                IdHeader = Header(delivery, IdOf(scheme)) });
        }
    }

    private static bool IsSignature(string name) =>
        Words.Of(name) is { Count: > 0 } words && !Beside.Contains(words[^1])
        && (name.Contains("signature", StringComparison.OrdinalIgnoreCase) || name.Contains("hmac", StringComparison.OrdinalIgnoreCase) || words[^1] == "sig");

    private static DeliverySignatureScheme SchemeOf(ApiParameter parameter)
    {
        var known = parameter.Name.ToUpperInvariant() switch
        {
            "WEBHOOK-SIGNATURE" => DeliverySignatureScheme.StandardWebhooks,
            "SVIX-SIGNATURE" => DeliverySignatureScheme.Svix,
            "STRIPE-SIGNATURE" => DeliverySignatureScheme.Stripe,
            "X-HUB-SIGNATURE-256" => DeliverySignatureScheme.GitHub,
            "X-SLACK-SIGNATURE" => DeliverySignatureScheme.Slack,
            _ => DeliverySignatureScheme.Unknown,
        };
        return known == DeliverySignatureScheme.Unknown ? ToldBy(parameter) : known;
    }

    /// <summary>A vendor's own header, told by what the document says and shows of it.</summary>
    private static DeliverySignatureScheme ToldBy(ApiParameter parameter)
    {
        var text = $"{parameter.Name} {parameter.Node}";
        if (text.Contains("t=", StringComparison.Ordinal) && text.Contains("v1=", StringComparison.Ordinal)) return DeliverySignatureScheme.Stripe;
        return text.Contains("hmac", StringComparison.OrdinalIgnoreCase) ? DeliverySignatureScheme.Hmac : DeliverySignatureScheme.Unknown;
    }

    private static string? TimestampOf(DeliverySignatureScheme scheme) => scheme switch
    {
        DeliverySignatureScheme.StandardWebhooks => "webhook-timestamp",
        DeliverySignatureScheme.Svix => "svix-timestamp",
        DeliverySignatureScheme.Slack => "X-Slack-Request-Timestamp",
        DeliverySignatureScheme.Stripe or DeliverySignatureScheme.GitHub => null,
        _ => "timestamp",
    };

    private static string? IdOf(DeliverySignatureScheme scheme) => scheme switch
    {
        DeliverySignatureScheme.StandardWebhooks => "webhook-id",
        DeliverySignatureScheme.Svix => "svix-id",
        DeliverySignatureScheme.GitHub => "X-GitHub-Delivery",
        _ => null,
    };

    /// <summary>The described header of that name, else, of a name that is one word, the first whose last word it is.</summary>
    private static string? Header(ApiOperation delivery, string? name)
    {
        if (name is null) return null;
        var headers = delivery.Parameters.Where(parameter => parameter.Place == ParameterPlace.Header).Select(parameter => parameter.Name).ToList();
        return headers.Find(header => header.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? headers.Find(header => Words.Of(header) is { Count: > 0 } words && words[^1] == name);
    }
}
