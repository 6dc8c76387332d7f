using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>The states in which things begin.</summary>
internal static class Beginnings
{
    /// <summary>Puts a new thing into its first state, unless the client chose one.</summary>
    public static void Set(ThingKind kind, JsonObject thing, JsonObject? sent, ThingShape request)
    {
        foreach (var state in kind.Resource.States)
        {
            if (FieldNames.Way(state.Pointer) is not { Length: > 0 } way || state.Values.Count == 0 || thing.Find(way) is not JsonValue) continue;
            if (sent?.ContainsKey(way[0]) == true && request.Find(way[0]) is { ReadOnly: false }) continue;
            thing.Set(way, JsonValue.Create(state.Values[0]));
        }
    }
}
