namespace IntegrationCopilot.SpecEngine;

/// <summary>Calls the API makes to the partner: described as such, or subscribed to through an operation that takes a URL.</summary>
internal sealed class WebhooksRule : CapabilityRule
{
    private static readonly HashSet<string> Subscriptions = LooseNames.Set(
        "webhook", "webhooks", "hooks", "hook", "web-hook", "web-hooks", "webhook-endpoints", "webhook-endpoint", "webhook-subscriptions",
        "webhook-subscription",
        "event-subscriptions", "event-subscription", "notification-subscriptions", "webhooks-subscriptions", "notifications-webhooks",
        "endpoint-subscriptions");

    /// <summary>What stands behind one of the above: <c>/webhooks/subscriptions</c>.</summary>
    private static readonly HashSet<string> Registrations =
        LooseNames.Set("subscriptions", "subscription", "registrations", "registration", "endpoints", "endpoint");

    /// <summary>Objects that hold the address one level down.</summary>
    private static readonly HashSet<string> Wrappers =
        LooseNames.Set("data", "subscription", "webhook", "hook", "endpoint", "registration", "webhook-subscription", "webhook-endpoint");

    private static readonly HashSet<string> Addresses = LooseNames.Set(
        "url", "uri", "endpoint", "address", "target", "target-url", "callback", "callback-url", "webhook-url", "endpoint-url", "notification-url", "hook-url",
        "destination", "delivery-url", "post-url", "http-url", "payload-url", "config");

    private static readonly HashSet<string> CallbackFields = LooseNames.Set(
        "webhook-url", "webhook-urls", "webhook", "status-callback", "status-callback-url", "statuscallback", "ipn-callback-url", "ipn-url", "notification-url",
        "notify-url", "webhook-uri", "event-callback-url", "webhook-endpoint");

    public override string Id => CapabilityIds.Webhooks;

    public override double AbsentConfidence => 0.6;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        foreach (var callback in operation.Callbacks.Where(LeadsToPartner)) Add(operation, callback, findings);
        if (operation.RequestBody is null || operation.Method is not ("POST" or "PUT" or "PATCH")) return;
        var fields = findings.Fields.FieldsOf(operation.RequestBody.Content);
        if (Subscribes(operation) && Address(fields, findings.Fields) is { } address)
            findings.Add(operation, operation.Node, 0.9, new SubscriptionFact(address, Dedicated: true));
        else if (First(fields, CallbackFields) is { Key: { } field, Value: var schema } && !findings.Fields.IsOfType(schema, JsonTypes.Boolean))
            findings.Add(operation, schema, 0.8, new SubscriptionFact(MessageField.InBody(field), Dedicated: false));
    }

    public override void Look(ApiSpec spec, CapabilityFindings findings)
    {
        foreach (var webhook in spec.Webhooks) Add(null, webhook, findings);
    }

    private static void Add(ApiOperation? operation, ApiOperation delivery, CapabilityFindings findings)
    {
        findings.Add(operation, delivery.Node, 1, new DeliveryFact(delivery.Kind, delivery.Path));
        foreach (var (parameter, signature) in DeliverySignatures.Of(delivery)) findings.Add(operation, parameter.Node, 1, signature, delivery);
    }

    /// <summary>A callback's address comes from the request; a fixed one is somebody else's server.</summary>
    private static bool LeadsToPartner(ApiOperation callback) =>
        callback.Path.Contains('{') || callback.Path.Contains('$') || !callback.Path.Contains("://", StringComparison.Ordinal);

    private static bool Subscribes(ApiOperation operation)
    {
        var segments = Words.Segments(operation.Path);
        if (segments.Count == 0) return false;
        return Subscriptions.Contains(segments[^1]) || (segments.Count > 1 && Registrations.Contains(segments[^1]) && Subscriptions.Contains(segments[^2]));
    }

    private static MessageField? Address(IReadOnlyDictionary<string, RawNode> fields, SchemaStructure schemas)
    {
        if (First(fields, Addresses).Key is { } name) return MessageField.InBody(name);
        foreach (var (wrapper, schema) in fields)
            if (Wrappers.Contains(wrapper) && First(schemas.FieldsOf(schema), Addresses).Key is { } inner) return MessageField.InBody(wrapper, inner);
        return null;
    }

    private static KeyValuePair<string, RawNode> First(IReadOnlyDictionary<string, RawNode> fields, HashSet<string> names) =>
        fields.FirstOrDefault(f => names.Contains(f.Key));
}
