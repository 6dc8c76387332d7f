using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Changes places of a JSON value that are named by JSON Pointers (RFC 6901).</summary>
internal static class JsonPlaces
{
    /// <summary>Sets the value of a place, or with null takes the place away.</summary>
    /// <returns>Whether there is such a place: its container must be there, and it itself in an array, or to be taken away.</returns>
    public static bool Set(JsonNode root, string pointer, JsonElement? value)
    {
        var names = pointer.Split('/').Skip(1)
            .Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        if (names.Count == 0) return false;
        var container = names.SkipLast(1).Aggregate((JsonNode?)root, Child);
        var last = names[^1];
        switch (container)
        {
            case JsonObject members when value is null:
                return members.Remove(last);
            case JsonObject members:
                members[last] = AsJson.Node(value.Value);
                return true;
            case JsonArray items when IndexIn(items, last) is { } index:
                if (value is null) items.RemoveAt(index);
                else items[index] = AsJson.Node(value.Value);
                return true;
            default:
                return false;
        }
    }

    private static JsonNode? Child(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray items when IndexIn(items, name) is { } index => items[index],
        _ => null,
    };

    private static int? IndexIn(JsonArray items, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? index : null;
}
