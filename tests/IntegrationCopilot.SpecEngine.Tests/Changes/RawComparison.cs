using System.Text.Json.Nodes;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>
/// A comparison of two JSON values that knows nothing of OpenAPI: members by name; items by what names them (<c>$ref</c>, <c>in</c> and <c>name</c>,
/// <c>url</c>,
/// <c>title</c>, what is asked for by <c>security</c>, a scalar's value), else those that are equal, else those left in their order.
/// </summary>
internal static class RawComparison
{
    /// <summary>Pointers of what differs: on one side where something was added or removed, on both where it changed or the order of a list did.</summary>
    public static List<(string? Old, string? New)> Of(JsonNode? old, JsonNode? @new)
    {
        List<(string?, string?)> found = [];
        Compare("", old, "", @new, found);
        return found;
    }

    private static void Compare(string oldAt, JsonNode? old, string newAt, JsonNode? @new, List<(string?, string?)> found)
    {
        if (old is JsonObject one && @new is JsonObject other)
        {
            foreach (var (name, value) in one)
                if (!other.ContainsKey(name)) found.Add((Below(oldAt, name), null));
                else Compare(Below(oldAt, name), value, Below(newAt, name), other[name], found);
            foreach (var (name, _) in other)
                if (!one.ContainsKey(name)) found.Add((null, Below(newAt, name)));
        }
        else if (old is JsonArray items && @new is JsonArray others)
        {
            Compare(oldAt, items, newAt, others, found);
        }
        else if (!AreEqual(old, @new))
        {
            found.Add((oldAt, newAt));
        }
    }

    private static void Compare(string oldAt, JsonArray old, string newAt, JsonArray @new, List<(string?, string?)> found)
    {
        var isSecurity = newAt.EndsWith("/security", StringComparison.Ordinal);
        var partners = new int?[@new.Count];
        var left = Enumerable.Range(0, old.Count).ToList();
        foreach (var phase in new Func<JsonNode?, JsonNode?, bool>[]
        {
            (a, b) => NameOf(a, isSecurity) is { } name && name == NameOf(b, isSecurity),
            (a, b) => NameOf(a, isSecurity) is null && NameOf(b, isSecurity) is null && AreEqual(a, b),
            (a, b) => NameOf(a, isSecurity) is null && NameOf(b, isSecurity) is null && a is JsonObject or JsonArray && b is JsonObject or JsonArray,
        })
        {
            for (var i = 0; i < @new.Count; i++)
            {
                if (partners[i] is not null || left.FindIndex(at => phase(old[at], @new[i])) is not (>= 0 and var found1)) continue;
                partners[i] = left[found1];
                left.RemoveAt(found1);
            }
        }
        foreach (var at in left) found.Add((Below(oldAt, $"{at}"), null));
        for (var i = 0; i < @new.Count; i++)
        {
            if (partners[i] is { } partner) Compare(Below(oldAt, $"{partner}"), old[partner], Below(newAt, $"{i}"), @new[i], found);
            else found.Add((null, Below(newAt, $"{i}")));
        }
        var order = partners.OfType<int>().ToList();
        if (!order.SequenceEqual(order.Order())) found.Add((oldAt, newAt));
    }

    private static string? NameOf(JsonNode? item, bool isSecurity) => item switch
    {
        JsonObject o when Text(o, "$ref") is { } reference => $"$ref {reference}",
        JsonObject o when Text(o, "in") is { } place && Text(o, "name") is { } name => $"{place} {(place == "header" ? name.ToLowerInvariant() : name)}",
        JsonObject o => Text(o, "name") ?? Text(o, "url") ?? Text(o, "title")
            ?? (isSecurity && o.Count > 0 && o.All(m => m.Value is JsonArray) ? string.Join('\n', o.Select(m => m.Key).Order(StringComparer.Ordinal)) : null),
        JsonArray => null,
        _ => item?.ToJsonString() ?? "null",
    };

    private static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool AreEqual(JsonNode? old, JsonNode? @new) => JsonNode.DeepEquals(old, @new);

    private static string Below(string pointer, string token) => $"{pointer}/{NodePointer.Escape(token)}";
}
