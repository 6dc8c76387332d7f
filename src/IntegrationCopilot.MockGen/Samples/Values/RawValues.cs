using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Takes values of a document over as nodes that can be changed. Of repeated member names the last counts.</summary>
internal static class RawValues
{
    private const int MaxDepth = 200;
    private const int MaxNodes = 100_000;

    /// <summary>The value; none when it is too large or too deep to work with.</summary>
    public static Sample Take(RawNode node)
    {
        var left = MaxNodes;
        return TryTake(node, 0, ref left, out var value) ? Sample.Of(value) : Sample.None;
    }

    private static bool TryTake(RawNode node, int depth, ref int left, out JsonNode? value)
    {
        value = null;
        if (depth > MaxDepth || --left < 0) return false;
        switch (node.Kind)
        {
            case RawKind.Object: return TryTakeMembers(node, depth, ref left, out value);
            case RawKind.Array: return TryTakeItems(node, depth, ref left, out value);
            case RawKind.Null: return true;
            case RawKind.Undefined: return false;
            default:
                value = JsonNode.Parse(node.ToUtf8Json());
                return true;
        }
    }

    private static bool TryTakeMembers(RawNode node, int depth, ref int left, out JsonNode? value)
    {
        var members = new JsonObject();
        value = members;
        foreach (var child in node.Children)
        {
            if (!TryTake(child, depth + 1, ref left, out var member)) return false;
            members[child.Name] = member;
        }
        return true;
    }

    private static bool TryTakeItems(RawNode node, int depth, ref int left, out JsonNode? value)
    {
        var items = new JsonArray();
        value = items;
        foreach (var child in node.Children)
        {
            if (!TryTake(child, depth + 1, ref left, out var item)) return false;
            items.Add(item);
        }
        return true;
    }
}
