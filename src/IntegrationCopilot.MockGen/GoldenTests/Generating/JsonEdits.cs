using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Changed copies of JSON objects.</summary>
internal static class JsonEdits
{
    public static JsonElement Set(JsonElement value, string member, JsonNode? to) => PointerEdits.Set(value, NodePointer.Of(member), to);

    /// <summary>Sets a field of an object that may stand within others; nothing is changed where those are missing.</summary>
    public static JsonElement Set(JsonElement value, NodePointer field, JsonNode? to) => PointerEdits.Set(value, field, to);

    public static JsonElement Remove(JsonElement value, string member) => PointerEdits.Remove(value, NodePointer.Of(member));
}
