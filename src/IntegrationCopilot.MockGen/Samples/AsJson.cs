using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Values as JSON, by code that is generated when this package is compiled; a kind of value that has none does not compile.</summary>
internal static class AsJson
{
    public static JsonElement Element(string? value) => JsonSerializer.SerializeToElement(value, GeneratedJson.Default.String);

    public static JsonElement Element(bool value) => JsonSerializer.SerializeToElement(value, GeneratedJson.Default.Boolean);

    public static JsonElement Element(long value) => JsonSerializer.SerializeToElement(value, GeneratedJson.Default.Int64);

    public static JsonElement Element(decimal value) => JsonSerializer.SerializeToElement(value, GeneratedJson.Default.Decimal);

    public static JsonElement Element(JsonNode? value) => JsonSerializer.SerializeToElement(value, GeneratedJson.Default.JsonNode);

    public static JsonElement Element(JsonNode?[] values) => JsonSerializer.SerializeToElement(values, GeneratedJson.Default.JsonNodeArray);

    public static JsonElement Element(JsonElement[] values) => JsonSerializer.SerializeToElement(values, GeneratedJson.Default.JsonElementArray);

    public static JsonElement Element(Dictionary<string, JsonElement> members) =>
        JsonSerializer.SerializeToElement(members, GeneratedJson.Default.DictionaryStringJsonElement);

    public static JsonNode? Node(JsonElement value) => JsonSerializer.SerializeToNode(value, GeneratedJson.Default.JsonElement);

    public static JsonNode? Node(JsonNode? value) => JsonSerializer.SerializeToNode(value, GeneratedJson.Default.JsonNode);

    public static byte[] Bytes(string value) => JsonSerializer.SerializeToUtf8Bytes(value, GeneratedJson.Default.String);

    public static byte[] Bytes(JsonElement value) => JsonSerializer.SerializeToUtf8Bytes(value, GeneratedJson.Default.JsonElement);

    public static byte[] Bytes(JsonNode? value) => JsonSerializer.SerializeToUtf8Bytes(value, GeneratedJson.Default.JsonNode);

    public static string Text(string value) => JsonSerializer.Serialize(value, GeneratedJson.Default.String);
}
