using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Finds which parts of a made value the document does not give.</summary>
internal static class InventedParts
{
    private const int MaxListed = 200;

    /// <summary>Pointers of the scalars made up, in order.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isGiven">Whether the document gives a node with everything beneath it.</param>
    public static IReadOnlyList<string> Of(JsonNode? value, Func<JsonNode, bool> isGiven)
    {
        var found = new List<string>();
        Collect(value, "", isGiven, found);
        return found;
    }

    private static void Collect(JsonNode? value, string pointer, Func<JsonNode, bool> isGiven, List<string> found)
    {
        if (value is null || found.Count == MaxListed || isGiven(value)) return;
        switch (value)
        {
            case JsonObject members:
                foreach (var (name, member) in members) Collect(member, $"{pointer}/{Escape(name)}", isGiven, found);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++) Collect(items[i], $"{pointer}/{i}", isGiven, found);
                break;
            default:
                found.Add(pointer);
                break;
        }
    }

    /// <summary>A name as a token of a JSON Pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
