using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Fields that clients write and no answer shows, wherever in a thing they are.</summary>
internal sealed class HiddenFields
{
    private const int MaxDepth = 4;
    private const int MaxShapes = 200;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HiddenFields> within = new(StringComparer.Ordinal);

    private HiddenFields()
    {
    }

    /// <summary>The hidden fields of a thing, as it is read or as it is sent; null when it has none.</summary>
    public static HiddenFields? Of(ApiSpec spec, params ReadOnlySpan<ThingShape> shapes)
    {
        var budget = MaxShapes;
        var hidden = new HiddenFields();
        foreach (var shape in shapes) hidden.Add(spec, shape, 0, ref budget);
        return hidden.IsEmpty ? null : hidden;
    }

    private bool IsEmpty => names.Count == 0 && within.Count == 0;

    /// <summary>Takes them out of a thing.</summary>
    public void Remove(JsonNode? from)
    {
        if (from is JsonArray items)
            foreach (var item in items) Remove(item);
        if (from is not JsonObject thing) return;
        foreach (var name in names) thing.Remove(name);
        foreach (var (name, inner) in within)
            if (thing.TryGetPropertyValue(name, out var value)) inner.Remove(value);
    }

    private void Add(ApiSpec spec, ThingShape shape, int depth, ref int budget)
    {
        foreach (var field in shape.Fields)
        {
            if (field.WriteOnly) names.Add(field.Name);
            else if (depth < MaxDepth && --budget > 0 && Inner(spec, field.Schema) is { IsOpen: false } inner)
            {
                var hidden = within.GetValueOrDefault(field.Name) ?? new HiddenFields();
                hidden.Add(spec, inner, depth + 1, ref budget);
                if (!hidden.IsEmpty) within[field.Name] = hidden;
            }
        }
    }

    private static ThingShape Inner(ApiSpec spec, RawNode schema) =>
        spec.Resolve(schema)["items"] is { IsDefined: true } items ? ThingShape.Of(spec, items) : ThingShape.Of(spec, schema);
}
