using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Changed copies of JSON objects.</summary>
internal static class JsonEdits
{
    public static JsonElement Set(JsonElement value, string member, JsonNode? to) => Edit(value, node => node[member] = to);

    public static JsonElement Remove(JsonElement value, string member) => Edit(value, node => node.Remove(member));

    private static JsonElement Edit(JsonElement value, Action<JsonObject> edit)
    {
        var node = JsonObject.Create(value)!.DeepClone().AsObject();
        edit(node);
        return JsonSerializer.SerializeToElement(node);
    }
}
