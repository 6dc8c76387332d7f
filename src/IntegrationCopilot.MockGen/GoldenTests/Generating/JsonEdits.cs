using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Changed copies of JSON objects.</summary>
internal static class JsonEdits
{
    public static JsonElement Set(JsonElement value, string member, JsonNode? to) => Edit(value, node => node[member] = to);

    /// <summary>Sets a field of an object that may stand within others; nothing is changed where those are missing.</summary>
    public static JsonElement Set(JsonElement value, NodePointer field, JsonNode? to) => Edit(value, node =>
    {
        JsonObject? within = node;
        foreach (var token in field.Tokens.SkipLast(1)) within = within?[token] as JsonObject;
        if (within is not null) within[field.Tokens[^1]] = to;
    });

    public static JsonElement Remove(JsonElement value, string member) => Edit(value, node => node.Remove(member));

    private static JsonElement Edit(JsonElement value, Action<JsonObject> edit)
    {
        var node = JsonObject.Create(value)!.DeepClone().AsObject();
        edit(node);
        return JsonSerializer.SerializeToElement(node);
    }
}
