using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Reads a text into a tree at once, where <see cref="JsonNode.Parse(ReadOnlySpan{byte}, JsonNodeOptions?, JsonDocumentOptions)"/> makes an index first and the
/// tree when it is looked at.
/// </summary>
internal static class JsonNodeReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonTrees.MaxDepth };

    /// <summary>The tree of a text; null for <c>null</c>.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="ArgumentException">It repeats a name.</exception>
    /// <exception cref="InvalidOperationException">It has half a character.</exception>
    public static JsonNode? Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        var root = Value(ref reader);
        while (reader.Read()) continue; // What follows the value is for the reader to refuse.
        return root;
    }

    private static JsonNode? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Members(ref reader),
        JsonTokenType.StartArray => Items(ref reader),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Null => null,
        _ => JsonValue.Create(JsonElement.ParseValue(ref reader)), // numbers, as they are spelled
    };

    private static JsonObject Members(ref Utf8JsonReader reader)
    {
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members.Add(name, Value(ref reader));
        }
        return members;
    }

    private static JsonArray Items(ref Utf8JsonReader reader)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader));
        return items;
    }
}
