using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Fields of a thing that name what it lies beneath.</summary>
internal static class ParentFields
{
    /// <summary>Gives a new thing the identifier of its parent where a field is for that and nothing was sent for it.</summary>
    public static void Set(ThingKind kind, JsonObject thing, IReadOnlyList<string> values, JsonObject? sent)
    {
        if (kind.Parent is not { } parent || parent.Scope.ItemParameters == 0 || values.Count < parent.Scope.ItemParameters) return;
        var own = parent.Scope.One(values).Own;
        foreach (var reference in kind.Resource.References)
        {
            var way = FieldNames.Way(reference.Pointer);
            if (reference.Resource != parent.Resource.Name || way.Length == 0 || way.Contains("-") || sent?.ContainsKey(way[0]) == true
                || thing.Find(way) is not JsonValue shown)
                continue;
            var named = shown.GetValueKind() == System.Text.Json.JsonValueKind.Number && long.TryParse(own[^1], out var number)
                ? JsonValue.Create(number)
                : JsonValue.Create(own[^1]);
            if (kind.MayHold(thing, way, named)) thing.Set(way, named);
        }
    }
}
