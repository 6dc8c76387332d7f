using System.Runtime.InteropServices;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds the templates in a JSON value.</summary>
internal static class JsonTexts
{
    /// <summary>Every string and member name that is more than constant text, with the pointer of its place, in order.</summary>
    public static IEnumerable<(NodePointer Place, TextTemplate Template)> Of(JsonElement root, NodePointer place)
    {
        var open = new Stack<(NodePointer Place, string? Name, JsonElement Value)>([(place, null, root)]);
        while (open.TryPop(out var at))
        {
            if (at.Name is { } name && Parse(name) is { } named) yield return (at.Place, named);
            if (JsonTemplate.IsConstant(JsonMarshal.GetRawUtf8Value(at.Value))) continue;
            if (at.Value.ValueKind == JsonValueKind.String && Parse(Text(at.Value)) is { } template) yield return (at.Place, template);
            foreach (var child in Children(at.Place, at.Value).Reverse()) open.Push(child);
        }
    }

    private static IEnumerable<(NodePointer, string?, JsonElement)> Children(NodePointer place, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(member => (place.Append(member.Name), (string?)member.Name, member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Index().Select(item => (place.Append($"{item.Index}"), (string?)null, item.Item)),
        _ => [],
    };

    private static TextTemplate? Parse(string text) => TextTemplate.Parse(text) is { IsConstant: false } template ? template : null;

    /// <summary>A string with half a surrogate pair is no text, and so no template.</summary>
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
