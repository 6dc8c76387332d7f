using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>JSON Merge Patch (RFC 7396).</summary>
internal static class MergePatch
{
    /// <summary>Merges a patch into an object: <c>null</c> removes, objects merge, everything else replaces.</summary>
    public static void Into(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null) target.Remove(name);
            else if (value is JsonObject part) Into(Object(target, name), part);
            else target[name] = value.DeepClone();
        }
    }

    private static JsonObject Object(JsonObject target, string name)
    {
        if (target[name] is JsonObject known) return known;
        var made = new JsonObject();
        target[name] = made;
        return made;
    }
}
