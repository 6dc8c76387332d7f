using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Changed copies of JSON values, at any place.</summary>
internal static class PointerEdits
{
    /// <summary>A copy with another value at a place.</summary>
    public static JsonElement Set(JsonElement root, NodePointer place, JsonNode? value)
    {
        if (place.IsRoot) return JsonSerializer.SerializeToElement(value);
        return Edit(root, place, (holder, last) =>
        {
            if (holder is JsonObject members) members[last] = value?.DeepClone();
            else if (holder is JsonArray items && Index(last) is { } index && index < items.Count) items[index] = value?.DeepClone();
        });
    }

    /// <summary>A copy without a member.</summary>
    public static JsonElement Remove(JsonElement root, NodePointer place) =>
        Edit(root, place, (holder, last) => (holder as JsonObject)?.Remove(last));

    private static JsonElement Edit(JsonElement root, NodePointer place, Action<JsonNode?, string> edit)
    {
        var copy = JsonSerializer.SerializeToNode(root);
        var holder = copy;
        foreach (var token in place.Tokens.SkipLast(1))
            holder = holder switch
            {
                JsonObject members => members[token],
                JsonArray items when Index(token) is { } index && index < items.Count => items[index],
                _ => null,
            };
        edit(holder, place.Tokens[^1]);
        return JsonSerializer.SerializeToElement(copy);
    }

    private static int? Index(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
