using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Who has subscribed, learnt from requests that succeeded.</summary>
internal sealed class SubscriptionBook(int maxSubscriptions)
{
    private const int MaxEvents = 500;
    private readonly Lock gate = new();
    private readonly List<DeliverySubscription> entries = [];

    public IReadOnlyList<DeliverySubscription> All
    {
        get { lock (gate) return [.. entries]; }
    }

    /// <summary>Learns from an exchange that succeeded.</summary>
    public void Note(OperationMeaning meaning, ExchangeSubject subject, ExpressionScope exchange)
    {
        var fact = meaning.Operation.Facts.OfType<SubscriptionFact>().FirstOrDefault();
        lock (gate)
        {
            var at = subject.Id is null ? -1 : entries.FindIndex(e => e.Resource == subject.Resource && e.Id == subject.Id);
            if (meaning.Role == ResourceRole.Delete && at >= 0) entries.RemoveAt(at);
            else if (at >= 0 && meaning.Role is ResourceRole.Update or ResourceRole.Replace) entries[at] = Changed(entries[at], exchange);
            else if (fact is not null && AddressIn(fact, exchange) is { } address) Add(New(meaning, subject, exchange, fact, address));
        }
    }

    /// <summary>The receiver of a subscription wants no more.</summary>
    public void SwitchOff(DeliverySubscription subscription)
    {
        lock (gate)
        {
            var at = entries.FindIndex(e => e.Resource == subscription.Resource && e.Id == subscription.Id && e.Address == subscription.Address);
            if (at >= 0) entries[at] = entries[at] with { IsActive = false };
        }
    }

    private void Add(DeliverySubscription entry)
    {
        entries.Add(entry);
        if (entries.Count > Math.Max(1, maxSubscriptions)) entries.RemoveAt(0);
    }

    private static DeliverySubscription New(OperationMeaning meaning, ExchangeSubject subject, ExpressionScope exchange, SubscriptionFact fact, string address)
    {
        var holder = HolderIn(fact, exchange);
        return new DeliverySubscription
        {
            Address = address,
            RegisteredBy = meaning.Operation.Id,
            Events = fact.Dedicated ? EventsIn(holder) ?? EventsIn(exchange.RequestBody) ?? [] : [],
            Id = subject.Id,
            IsActive = IsOn(holder) ?? true,
            Resource = subject.Resource,
            IsOfOneThing = !fact.Dedicated,
            Secret = SecretIn(holder) ?? SecretIn(exchange.RequestBody) ?? SecretIn(subject.Thing),
        };
    }

    private static DeliverySubscription Changed(DeliverySubscription entry, ExpressionScope exchange)
    {
        var body = exchange.RequestBody;
        return entry with
        {
            Address = Texts(body).FirstOrDefault(text => DeliveryAddress.TryParse(text, out _)) ?? entry.Address,
            Events = EventsIn(body) ?? entry.Events,
            IsActive = IsOn(body) ?? entry.IsActive,
            Secret = SecretIn(body) ?? entry.Secret,
        };
    }

    private static string? AddressIn(SubscriptionFact fact, ExpressionScope exchange)
    {
        var value = exchange.RequestBody.Find(fact.Address.Pointer.Tokens);
        if (value is JsonArray and [var first, ..]) value = first;
        return value is JsonObject ? Texts(value).FirstOrDefault(text => DeliveryAddress.TryParse(text, out _)) : value.ScalarText();
    }

    private static JsonNode? HolderIn(SubscriptionFact fact, ExpressionScope exchange) =>
        exchange.RequestBody.Find([.. fact.Address.Pointer.Tokens.SkipLast(1)]);

    private static IEnumerable<string?> Texts(JsonNode? holder) =>
        holder is not JsonObject members ? []
            : members.Select(m => m.Value.ScalarText())
                .Concat(members.Where(m => m.Value is JsonObject).SelectMany(m => m.Value!.AsObject()).Select(m => m.Value.ScalarText()));

    private static IReadOnlyList<string>? EventsIn(JsonNode? holder)
    {
        if (holder is not JsonObject members) return null;
        foreach (var (name, value) in members)
        {
            if (!SubscriptionFields.Events.Contains(name)) continue;
            if (value is JsonArray items)
                return [.. items.Select(item => (item as JsonObject)?.Select(m => m.Value.ScalarText()).FirstOrDefault() ?? item.ScalarText()).OfType<string>()
                    .Take(MaxEvents)];
            if (value.ScalarText() is { } text) return [text];
        }
        return null;
    }

    private static string? SecretIn(JsonNode? holder) =>
        holder is JsonObject members
            ? members.Where(m => SubscriptionFields.Secrets.Contains(m.Key)).Select(m => m.Value.ScalarText()).FirstOrDefault(text => text is { Length: > 0 })
            : null;

    private static bool? IsOn(JsonNode? holder)
    {
        if (holder is not JsonObject members) return null;
        foreach (var (name, value) in members)
        {
            if (!SubscriptionFields.Switches.Contains(name) || value is not JsonValue) continue;
            if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return value.GetValueKind() == JsonValueKind.True;
            if (value.ScalarText() is { } text) return !SubscriptionFields.IsOff(text);
        }
        return null;
    }
}
