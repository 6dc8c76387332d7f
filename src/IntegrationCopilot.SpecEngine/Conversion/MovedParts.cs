using System.Text.Json.Nodes;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Parts of other files that get a place, and a name, in the components of the one document.</summary>
internal sealed class MovedParts(RawNode root, OpenApiEdition edition)
{
    private readonly Dictionary<(RawNode Node, string Shelf), string> references = [];
    private readonly Dictionary<string, HashSet<string>> names = new(StringComparer.Ordinal);
    private readonly Queue<(string Shelf, string Name, RawNode Node, ObjectShape Shape)> waiting = [];

    /// <summary>Whether components can keep things of that shape; path items only since 3.1, and not in Microsoft.OpenApi's reading of 3.0.</summary>
    public static bool CanKeep(ObjectShape shape) => shape.Shelf is not (null or "pathItems" or "mediaTypes");

    /// <summary>The reference under which a part will be found.</summary>
    public string ReferenceTo(RawNode node, ObjectShape shape)
    {
        var shelf = shape.Shelf!;
        if (references.TryGetValue((node, shelf), out var known)) return known;
        var name = Unused(shelf, NameOf(node));
        waiting.Enqueue((shelf, name, node, shape));
        return references[(node, shelf)] = $"#/{(edition == OpenApiEdition.V20 ? "" : "components/")}{shelf}/{name}";
    }

    /// <summary>Puts the parts into the document; writing one may move further ones.</summary>
    public void PutInto(JsonObject document, Func<RawNode, ObjectShape, JsonNode?> write)
    {
        while (waiting.TryDequeue(out var part))
        {
            var home = edition == OpenApiEdition.V20 ? document : Member(document, "components");
            Member(home, part.Shelf)[part.Name] = write(part.Node, part.Shape);
        }
    }

    private static JsonObject Member(JsonObject of, string name)
    {
        if (of[name] is JsonObject found) return found;
        var made = new JsonObject();
        of[name] = made;
        return made;
    }

    private string Unused(string shelf, string name)
    {
        if (!names.TryGetValue(shelf, out var taken))
        {
            var home = edition == OpenApiEdition.V20 ? root : root["components"];
            names[shelf] = taken = home[shelf].Children.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        }
        var unused = name;
        for (var i = 2; !taken.Add(unused); i++) unused = $"{name}_{i}";
        return unused;
    }

    /// <summary>The name it has where it stands, else that of its file, in the letters components allow (OpenAPI 3.1.1, section 4.8.7).</summary>
    private static string NameOf(RawNode node)
    {
        var name = node.Name;
        if (name.Length == 0) name = Path.GetFileNameWithoutExtension(node.Document!.Name);
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        return clean.Length == 0 ? "part" : clean;
    }
}
