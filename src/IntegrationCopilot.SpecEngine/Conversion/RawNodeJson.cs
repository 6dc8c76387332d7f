using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Raw nodes as the JSON nodes of System.Text.Json. Of members that repeat a name the last one stays.</summary>
internal static class RawNodeJson
{
    public static JsonNode? Of(RawNode node) => node.Kind switch
    {
        RawKind.Object => OfObject(node),
        RawKind.Array => new JsonArray([.. node.Children.Select(Of)]),
        RawKind.String => JsonValue.Create(node.GetString()),
        RawKind.Number => JsonNode.Parse(Encoding.UTF8.GetBytes(node.GetScalarText()!)),
        RawKind.True or RawKind.False => JsonValue.Create(node.Kind == RawKind.True),
        _ => null,
    };

    private static JsonObject OfObject(RawNode node)
    {
        var members = new JsonObject();
        foreach (var member in node.Children) members[member.Name] = Of(member);
        return members;
    }
}
