using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Reads the things of a list.</summary>
internal static class ListedThings
{
    /// <summary>Each thing, with what the list calls it by where that is a key or the item itself.</summary>
    /// <param name="json">A successful answer; null when it is not JSON.</param>
    /// <param name="answer">Where the things lie in it.</param>
    public static IEnumerable<(JsonElement? Name, JsonElement Thing)> In(JsonElement? json, ResourceAnswer answer)
    {
        var holder = JsonValues.Find(json, answer.Envelope);
        return (answer.Form, holder?.ValueKind) switch
        {
            (AnswerForm.Array, JsonValueKind.Array) =>
                holder!.Value.EnumerateArray().Select(item => ((JsonElement?)null, JsonValues.Find(item, answer.Item) ?? item)),
            (AnswerForm.Identifiers, JsonValueKind.Array) => holder!.Value.EnumerateArray().Select(item => ((JsonElement?)item, item)),
            (AnswerForm.Map, JsonValueKind.Object) => holder!.Value.EnumerateObject().Select(
                member => ((JsonElement?)AsJson.Element(member.Name), JsonValues.Find(member.Value, answer.Item) ?? member.Value)),
            _ => [],
        };
    }

    /// <summary>What a thing says of a part of its identifier; null when it does not.</summary>
    public static JsonElement? Named(JsonElement thing, IdentifierPart part) =>
        part.ListItem is { } pointer && JsonValues.Find(thing, pointer) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value : null;

    /// <summary>Whether a thing is called so: in the member of that name, or by what names it.</summary>
    public static bool IsCalled(JsonElement thing, JsonElement? own, KeyValuePair<string, string> name) =>
        (own is { } known && ListedItems.Text(known) == name.Value)
        || (thing.ValueKind == JsonValueKind.Object && thing.EnumerateObject().Any(
            member => member.Name.Equals(name.Key, StringComparison.OrdinalIgnoreCase) && ListedItems.Text(member.Value) == name.Value));
}
