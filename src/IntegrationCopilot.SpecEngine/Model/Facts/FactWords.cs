namespace IntegrationCopilot.SpecEngine;

/// <summary>Facts in words, for people. The one place that words them.</summary>
internal static class FactWords
{
    public static string Of(CapabilityFact fact) => fact switch
    {
        IdempotencyKeyFact key => Sent(key.Key),
        PaginationFact page => page.ShownBy == page.Position ? Sent(page.ShownBy) : Answered(page.ShownBy),
        DeliveryFact delivery => $"{delivery.Kind} {Excerpt.Of(delivery.Name)}",
        DeliverySignatureFact signature => Signature(signature),
        SubscriptionFact subscription => $"{(subscription.Dedicated ? "subscription with " : "")}{Sent(subscription.Address)}",
        RateLimitAnswerFact answer => $"response {Excerpt.Of(answer.Status)}",
        RateLimitHeadersFact headers =>
            $"{(headers.Names.Count == 1 ? "header" : "headers")} {string.Join(", ", headers.Names.Select(name => Excerpt.Of(name)))}",
        RateLimitTextFact text => text.Tag is null ? "introduction" : $"tag {Excerpt.Of(text.Tag)}",
        ErrorShapeFact error => $"response {Excerpt.Of(error.Status)}",
        SecuritySchemeFact scheme => $"scheme {Excerpt.Of(scheme.Scheme)}{Use(scheme.Use)}",
        CredentialParameterFact credential => Sent(credential.Field),
        UnauthorizedAnswerFact => "response 401",
        RefundFact refund => $"{(refund.IsPath ? "path" : "operation")} {Excerpt.Of(refund.Name)}",
        ConditionFact condition => $"header {Excerpt.Of(condition.Header)}",
        ValidatorFieldFact validator => $"response header {Excerpt.Of(validator.Header)}",
        NotModifiedAnswerFact => "response 304",
        AcceptedFact => "response 202",
        WriteFact write => $"method {Excerpt.Of(write.Method)}",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "A sort of fact without words."),
    };

    private static string Sent(MessageField field) => $"{Noun(field.Place)} {Excerpt.Of(field.Name)}";

    private static string Answered(MessageField field) =>
        $"{(field.Place == MessagePlace.Header ? "response header" : "answer's field")} {Excerpt.Of(field.Name)}";

    private static string Noun(MessagePlace place) => place switch
    {
        MessagePlace.Header => "header",
        MessagePlace.Query => "query parameter",
        MessagePlace.Path => "path parameter",
        MessagePlace.Cookie => "cookie",
        _ => "body field",
    };

    private static string Use(SchemeUse use) => use switch
    {
        SchemeUse.Optional => ", optional",
        SchemeUse.Unused => ", which no operation asks for",
        _ => "",
    };

    private static string Signature(DeliverySignatureFact signature)
    {
        var scheme = signature.Scheme switch
        {
            DeliverySignatureScheme.StandardWebhooks => ", Standard Webhooks",
            DeliverySignatureScheme.Svix => ", Svix",
            DeliverySignatureScheme.Stripe => ", as Stripe signs",
            DeliverySignatureScheme.GitHub => ", as GitHub signs",
            DeliverySignatureScheme.Slack => ", as Slack signs",
            DeliverySignatureScheme.Hmac => ", HMAC",
            _ => "",
        };
        return $"signature header {Excerpt.Of(signature.Header)}{scheme}";
    }
}
