using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Reads, writes and walks JSON as trees that can be changed.</summary>
internal static class JsonTrees
{
    public const int MaxDepth = 1_000;
    private static readonly JsonSerializerOptions Serialized = new() { MaxDepth = MaxDepth };

    /// <summary>The tree of a text; null for <c>null</c> and for text that is no JSON, repeats a name, or has half a character.</summary>
    public static JsonNode? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonNodeReader.Read(json.Span);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a tree, UTF-8.</summary>
    public static byte[] Write(JsonNode? node)
    {
        if (node is null) return "null"u8.ToArray();
        var scratch = WriteScratch.Rent();
        node.WriteTo(scratch.Writer, Serialized);
        return scratch.Finish();
    }

    /// <summary>The node a way of reference tokens leads to; null when there is none.</summary>
    public static JsonNode? Find(this JsonNode? node, IReadOnlyList<string> way)
    {
        for (var i = 0; i < way.Count && node is not null; i++) node = Step(node, way[i]);
        return node;
    }

    /// <summary>
    /// Puts a value where a way of member names leads, making objects on the way. Nothing happens where something else than an object stands in the way.
    /// </summary>
    public static void Set(this JsonObject root, IReadOnlyList<string> way, JsonNode? value)
    {
        var holder = root;
        for (var i = 0; i < way.Count - 1; i++)
        {
            if (holder[way[i]] is null) holder[way[i]] = new JsonObject();
            if (holder[way[i]] is not JsonObject next) return;
            holder = next;
        }
        if (way.Count > 0) holder[way[^1]] = value;
    }

    /// <summary>The text of a scalar as it stands in a URL; null for everything else.</summary>
    public static string? ScalarText(this JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.TryGetValue<long>(out var number) && number != 0 => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    /// <summary>
    /// How many values a tree has; more than <paramref name="most"/> when it has more than that, or is deeper than <paramref name="maxDepth"/> levels.
    /// </summary>
    public static int Count(JsonNode? root, int most, int maxDepth)
    {
        var count = 0;
        var open = new Stack<(JsonNode? Node, int Depth)>([(root, 1)]);
        while (open.TryPop(out var next))
        {
            if (++count > most || next.Depth > maxDepth) return Math.Max(0, most) + 1;
            if (next.Node is JsonObject members)
                foreach (var (_, value) in members) open.Push((value, next.Depth + 1));
            else if (next.Node is JsonArray items)
                foreach (var item in items) open.Push((item, next.Depth + 1));
        }
        return count;
    }

    private static JsonNode? Step(JsonNode node, string token) => node switch
    {
        JsonObject members => members[token],
        JsonArray items when int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index)
            && index < items.Count => items[index],
        _ => null,
    };
}
