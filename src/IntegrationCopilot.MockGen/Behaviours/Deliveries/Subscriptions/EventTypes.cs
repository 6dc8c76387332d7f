using System.Collections.Frozen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The field of a webhook's body that says which event it tells, and the values it can have.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Values">Its values.</param>
internal sealed record EventTypes(string Field, IReadOnlyList<string> Values)
{
    private const int MaxSchemas = 200;
    private const int MaxValues = 500;
    private static readonly string[] Names = ["type", "event", "event_type", "eventType", "event-type", "eventName", "event_name", "topic", "action", "name",
        "kind", "notification_type", "notificationType"];
    private static readonly FrozenSet<string> NameSet = Names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The event types that a webhook's body can have; null when it has no such field.</summary>
    public static EventTypes? Of(ApiSpec spec, ApiOperation webhook)
    {
        if (webhook.RequestBody?.Content is not [var media, ..]) return null;
        var fields = FieldsOf(spec, media.Schema);
        return fields.OrderBy(field => Array.IndexOf(Names, field.Key)).Select(field => new EventTypes(field.Key,
            field.Value)).FirstOrDefault(types => types.Values.Count > 0);
    }

    private static Dictionary<string, List<string>> FieldsOf(ApiSpec spec, RawNode schema)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var seen = new HashSet<RawNode>();
        var open = new Queue<RawNode>([schema]);
        while (open.TryDequeue(out var node) && seen.Count < MaxSchemas)
        {
            if (!node.IsObject || !seen.Add(node)) continue;
            if (node["$ref"].IsDefined) open.Enqueue(spec.Resolve(node));
            foreach (var property in node["properties"].Children)
                if (NameSet.Contains(property.Name)) AddValues(found, property.Name, spec, property);
            foreach (var keyword in (string[])["allOf", "oneOf", "anyOf"])
                foreach (var part in node[keyword].Children) open.Enqueue(part);
        }
        return found;
    }

    private static void AddValues(Dictionary<string, List<string>> found, string name, ApiSpec spec, RawNode property)
    {
        if (!found.TryGetValue(name, out var values)) found[name] = values = [];
        foreach (var schema in (RawNode[])[property, spec.Resolve(property)])
            foreach (var value in (RawNode[])[schema["const"], .. schema["enum"].Children])
                if (value.GetString() is { Length: > 0 } text && values.Count < MaxValues && !values.Contains(text)) values.Add(text);
    }
}
