using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>What a payload tells that its sample cannot know.</summary>
/// <param name="Id">Identifier of the delivery.</param>
/// <param name="EventType">Which event it is; null when it has no types.</param>
/// <param name="TypeField">The field for that; null when there is none.</param>
/// <param name="Subject">The thing that caused it; null when nothing did.</param>
/// <param name="Now">When it happened.</param>
internal sealed record PayloadFacts(string Id, string? EventType, string? TypeField, ExchangeSubject? Subject, DateTimeOffset Now);

/// <summary>The changes that make a sample tell what has happened, each of which the schema may refuse.</summary>
internal static class PayloadFill
{
    private const int MaxDepth = 6;
    private const int MaxObjects = 200;
    private const int MaxFields = 200;
    private const double LeastAgreement = 0.5;
    private static readonly FrozenSet<string> Holders = FrozenSet.Create(StringComparer.Ordinal, "data", "object", "payload", "resource", "attributes",
        "entity", "item", "body", "content", "new");
    private static readonly FrozenSet<string> Times = FrozenSet.Create(StringComparer.Ordinal, "created", "created_at", "createdAt", "timestamp", "time",
        "occurred_at", "occurredAt", "sent_at", "sentAt", "event_time", "eventTime", "date", "triggered_at");
    private static readonly FrozenSet<string> Ids = FrozenSet.Create(StringComparer.Ordinal, "id", "event_id", "eventId", "webhook_id", "webhookId",
        "message_id", "messageId", "delivery_id", "deliveryId", "uuid", "notification_id", "notificationId");

    /// <summary>A field of the sample and the values to try, best first.</summary>
    /// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
    public sealed record Change(JsonObject Holder, string Name, IReadOnlyList<JsonNode?> Values);

    public static IEnumerable<Change> Changes(JsonObject root, PayloadFacts facts)
    {
        if (facts is { EventType: { } type, TypeField: { } field } && root.ContainsKey(field)) yield return new Change(root, field, [JsonValue.Create(type)]);
        var thing = facts.Subject?.Thing;
        var holder = facts.Subject is { } about ? Best(root, about) : null;
        foreach (var name in Shared(holder, thing)) yield return new Change(holder!, name, [thing![name]?.DeepClone()]);
        if (facts.Subject is { Id: { } id } subject)
            foreach (var change in Identifiers(root, holder, subject, id)) yield return change;
        if (ReferenceEquals(holder, root)) yield break;
        foreach (var (name, value) in root.ToList())
        {
            if (Ids.Contains(name) && value is JsonValue && value.GetValueKind() == JsonValueKind.String) yield return new Change(root, name,
                [JsonValue.Create(facts.Id), JsonValue.Create(DeliveryIds.AsUuid(facts.Id))]);
            else if (Times.Contains(name) && Moment(value, facts.Now) is { } now) yield return new Change(root, name, [now]);
        }
    }

    private static IEnumerable<string> Shared(JsonObject? holder, JsonObject? thing) =>
        holder is null || thing is null ? [] : [.. thing.Select(m => m.Key).Where(holder.ContainsKey).Take(MaxFields)];

    /// <summary>The thing's identifier where it is told beside the thing, or in place of it: <c>id</c> in the thing, <c>payment_id</c> anywhere.</summary>
    private static IEnumerable<Change> Identifiers(JsonObject root, JsonObject? holder, ExchangeSubject subject, string id)
    {
        var values = Spellings(id);
        if (holder is not null && subject.IdField is { } own && holder.ContainsKey(own)) yield return new Change(holder, own, values);
        if (subject.Resource is not { } resource) yield break;
        var wanted = new[] { $"{resource}id", $"{resource}{subject.IdField}" }.Select(Folded).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, _) in Objects(root))
            foreach (var name in node.Select(m => m.Key).Where(n => wanted.Contains(Folded(n))).ToList()) yield return new Change(node, name, values);
    }

    private static JsonNode?[] Spellings(string id) =>
        long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? [JsonValue.Create(id), JsonValue.Create(number)]
            : [JsonValue.Create(id)];

    /// <summary>The object of the sample that is most like the thing; null when none is.</summary>
    private static JsonObject? Best(JsonObject root, ExchangeSubject subject)
    {
        var best = (Score: 0d, Holder: (JsonObject?)null);
        foreach (var (candidate, name) in Objects(root))
        {
            var score = Agreement(candidate, subject.Thing) + (name is not null && subject.Resource is { } resource && Folded(name) == Folded(resource) ? 1
                : 0) + (name is not null && Holders.Contains(name) ? 0.2 : 0);
            if (score >= LeastAgreement && score > best.Score) best = (score, candidate);
        }
        return best.Holder;
    }

    /// <summary>How many of an object's fields the thing has in the same form, 0 to 1.</summary>
    private static double Agreement(JsonObject candidate, JsonObject? thing)
    {
        if (thing is null || candidate.Count == 0) return 0;
        var same = candidate.Count(m => thing.TryGetPropertyValue(m.Key, out var value) && Kind(value) == Kind(m.Value));
        return (double)same / candidate.Count;
    }

    private static JsonValueKind Kind(JsonNode? node) =>
        node?.GetValueKind() switch { null => JsonValueKind.Null, JsonValueKind.False => JsonValueKind.True, var kind => kind.Value };

    /// <summary>The objects of the sample with the names they go by, outer before inner.</summary>
    private static List<(JsonObject Node, string? Name)> Objects(JsonObject root)
    {
        var found = new List<(JsonObject, string?)>();
        var open = new Queue<(JsonObject Node, string? Name, int Depth)>([(root, null, 0)]);
        while (open.TryDequeue(out var next) && found.Count < MaxObjects)
        {
            found.Add((next.Node, next.Name));
            if (next.Depth == MaxDepth) continue;
            foreach (var (name, value) in next.Node)
                if (value is JsonObject inner) open.Enqueue((inner, name, next.Depth + 1));
        }
        return found;
    }

    private static JsonValue? Moment(JsonNode? sample, DateTimeOffset now) => sample switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out _)
            && value.GetValue<string>().Contains('T', StringComparison.Ordinal)
            => JsonValue.Create(now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var seconds)
            && seconds is > 1_000_000_000 and < 10_000_000_000 => JsonValue.Create(now.ToUnixTimeSeconds()),
        _ => null,
    };

    private static string Folded(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
