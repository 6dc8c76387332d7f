using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Addresses within a thing that hold its identifier.</summary>
internal static class SelfLinks
{
    private static readonly string[] Names = ["url", "uri", "href", "self", "selflink", "link", "location"];

    /// <summary>Puts a new thing's identifier in place of the sample's at the end of its addresses.</summary>
    public static void Set(ThingKind kind, JsonObject thing)
    {
        if (kind.OwnOf(thing) is not { } own || kind.OwnOf(kind.Sample) is not { } shown || own[^1] == shown[^1]) return;
        foreach (var name in thing.Select(m => m.Key).ToList())
            if (Names.Contains(FieldNames.Fold(name)) && thing[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.EndsWith($"/{shown[^1]}", StringComparison.Ordinal))
                thing[name] = text[..^shown[^1].Length] + own[^1];
    }
}
