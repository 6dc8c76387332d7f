using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>JSON Patch (RFC 6902): all operations or none.</summary>
internal static class JsonPatch
{
    private const int MaxOperations = 1_000;
    private const int MaxAdded = 100_000;

    /// <summary>Applies operations to a copy.</summary>
    /// <param name="document">What they change.</param>
    /// <param name="operations">The operations, in order.</param>
    /// <param name="patched">The changed copy; the document when they cannot be applied.</param>
    /// <returns>Why they cannot be applied, in one sentence; null when they were.</returns>
    public static string? Apply(JsonObject document, JsonArray operations, out JsonObject patched)
    {
        patched = document;
        if (operations.Count > MaxOperations) return $"A patch has at most {MaxOperations} operations.";
        JsonNode? root = document.DeepClone();
        var room = MaxAdded;
        for (var i = 0; i < operations.Count; i++)
        {
            if (operations[i] is JsonObject operation && Step(ref root, operation, ref room)) continue;
            return room >= 0
                ? $"Operation {i} of the patch cannot be applied."
                : $"With operation {i} the patch adds more than {MaxAdded} values, or nests them deeper than {JsonTrees.MaxDepth} levels.";
        }
        if (root is not JsonObject whole) return "The patch leaves no object.";
        patched = whole;
        return null;
    }

    private static bool Step(ref JsonNode? root, JsonObject operation, ref int room)
    {
        if (operation["path"].ScalarText() is not { } path || WayOf(path) is not { } way) return false;
        var from = operation["from"].ScalarText();
        switch (operation["op"].ScalarText())
        {
            case "add": return operation.ContainsKey("value") && Add(ref root, way, operation["value"], ref room);
            case "replace": return operation.ContainsKey("value") && Remove(ref root, way, out _) && Add(ref root, way, operation["value"], ref room);
            case "remove": return Remove(ref root, way, out _);
            case "test": return Holds(root, way, out var value) && JsonNode.DeepEquals(value, operation["value"]);
            case "copy": return WayOf(from) is { } copied && Holds(root, copied, out var source) && Add(ref root, way, source, ref room);
            case "move": return WayOf(from) is { } left && !path.StartsWith($"{from}/", StringComparison.Ordinal) && Remove(ref root, left, out var moved)
                && Add(ref root, way, moved, ref room);
            default: return false;
        }
    }

    /// <summary>The tokens of a JSON Pointer (RFC 6901, section 3); null when it is none.</summary>
    private static string[]? WayOf(string? text) => text is not null && NodePointer.TryParse(text, out var pointer) ? [.. pointer.Tokens] : null;

    /// <param name="root">The document.</param>
    /// <param name="way">Where to.</param>
    /// <param name="value">What.</param>
    /// <param name="room">How many values may still be added; below zero when these are too many or too deep.</param>
    private static bool Add(ref JsonNode? root, string[] way, JsonNode? value, ref int room)
    {
        room -= JsonTrees.Count(value, room, JsonTrees.MaxDepth - way.Length);
        if (room < 0) return false;
        var copy = value?.DeepClone();
        if (way.Length == 0) { root = copy; return true; }
        switch (root.Find(way[..^1]))
        {
            case JsonObject members:
                members[way[^1]] = copy;
                return true;
            case JsonArray items when way[^1] == "-":
                items.Add(copy);
                return true;
            case JsonArray items when TryIndex(way[^1], items.Count, out var index):
                items.Insert(index, copy);
                return true;
            default: return false;
        }
    }

    private static bool Remove(ref JsonNode? root, string[] way, out JsonNode? removed)
    {
        if (!Holds(root, way, out removed)) return false;
        if (way.Length == 0) root = null;
        else if (root.Find(way[..^1]) is JsonObject members) members.Remove(way[^1]);
        else if (root.Find(way[..^1]) is JsonArray items && TryIndex(way[^1], items.Count - 1, out var index)) items.RemoveAt(index);
        return true;
    }

    private static bool Holds(JsonNode? root, string[] way, out JsonNode? value)
    {
        value = root.Find(way);
        if (way.Length == 0) return true;
        return root.Find(way[..^1]) switch
        {
            JsonObject members => members.ContainsKey(way[^1]),
            JsonArray items => TryIndex(way[^1], items.Count - 1, out _),
            _ => false,
        };
    }

    private static bool TryIndex(string token, int most, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index <= most && (token.Length == 1 || token[0] != '0');
}
