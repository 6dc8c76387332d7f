using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Puts variables into a body in place of identifiers that were made up: a real API does not know them.</summary>
internal sealed class BodyVariables(VariableBook variables)
{
    public JsonElement Replace(JsonElement body, IReadOnlyList<string> invented)
    {
        var identifiers = invented.Where(IsIdentifier).ToHashSet(StringComparer.Ordinal);
        var escaped = TemplateEscapes.Escape(body);
        if (identifiers.Count == 0) return escaped;
        return JsonSerializer.SerializeToElement(Rewrite(JsonSerializer.SerializeToNode(escaped), "", "", identifiers));
    }

    /// <summary>An array's items are told by the array's name.</summary>
    private static bool IsIdentifier(string pointer)
    {
        var name = pointer.Split('/').LastOrDefault(token => token.Length > 0 && !char.IsAsciiDigit(token[0]));
        return name is not null && NameWords.Of(name) is { Count: > 1 } words && words[^1] is "id" or "ids" or "uuid" or "guid";
    }

    private JsonNode? Rewrite(JsonNode? node, string pointer, string name, HashSet<string> identifiers)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member =>
                    KeyValuePair.Create(member.Key, Rewrite(member.Value, $"{pointer}/{NodePointer.Escape(member.Key)}", member.Key, identifiers))));
            case JsonArray items:
                return new JsonArray([.. items.Select((item, index) => Rewrite(item, $"{pointer}/{index}", name, identifiers))]);
            case JsonValue value when identifiers.Contains(pointer):
                return JsonSerializer.SerializeToNode(variables.For(name, JsonSerializer.SerializeToElement(value), invented: true, null));
            default:
                return node?.DeepClone();
        }
    }
}
