using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes values so that no text of theirs is taken for a placeholder.</summary>
internal static class TemplateEscapes
{
    private const string Open = "{{";

    public static JsonElement Escape(JsonElement value) =>
        value.GetRawText().Contains(Open, StringComparison.Ordinal) ? AsJson.Element(Rewrite(AsJson.Node(value))) : value;

    public static string Escape(string text) => text.Replace(Open, $"\\{Open}", StringComparison.Ordinal);

    /// <summary>Whether a template is nothing but a value that is filled in later.</summary>
    public static bool IsVariable(JsonElement template) =>
        template.ValueKind == JsonValueKind.String && template.GetString()!.StartsWith($"{Open} ", StringComparison.Ordinal);

    private static JsonNode? Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Rewrite(member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Rewrite)]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(Escape(value.GetValue<string>()));
            default:
                return node?.DeepClone();
        }
    }
}
