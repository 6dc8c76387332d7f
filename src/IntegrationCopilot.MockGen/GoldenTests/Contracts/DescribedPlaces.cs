using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A place of a body: the value that stands there, and its schema.</summary>
/// <param name="Pointer">Where.</param>
/// <param name="Schema">Its schema, references not yet followed.</param>
/// <param name="Value">The value.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record DescribedPlace(NodePointer Pointer, RawNode Schema, JsonElement Value, bool IsRequired);

/// <summary>Finds the places of a body that the document describes.</summary>
internal static class DescribedPlaces
{
    private const int MaxPlaces = 200;
    private const int MaxDepth = 6;

    /// <summary>The places, those further out first. Of an array the first item stands for all.</summary>
    public static IReadOnlyList<DescribedPlace> Of(SchemaStructure structure, RawNode schema, JsonElement body)
    {
        var places = new List<DescribedPlace>();
        var waiting = new Queue<DescribedPlace>([new DescribedPlace(NodePointer.Root, schema, body, true)]);
        while (places.Count < MaxPlaces && waiting.TryDequeue(out var place))
        {
            places.Add(place);
            if (place.Pointer.Tokens.Count >= MaxDepth) continue;
            foreach (var inner in Inside(structure, place)) waiting.Enqueue(inner);
        }

        return places;
    }

    private static IEnumerable<DescribedPlace> Inside(SchemaStructure structure, DescribedPlace place)
    {
        if (place.Value.ValueKind == JsonValueKind.Object)
            return from member in structure.MembersOf(place.Schema)
                   where place.Value.TryGetProperty(member.Name, out _)
                   select new DescribedPlace(place.Pointer.Append(member.Name), member.Schema, place.Value.GetProperty(member.Name), member.Required);
        return place.Value.ValueKind == JsonValueKind.Array && place.Value.GetArrayLength() > 0 && structure.ItemsOf(place.Schema) is { IsDefined: true } items
            ? [new DescribedPlace(place.Pointer.Append(0.ToString(CultureInfo.InvariantCulture)), items, place.Value[0], true)]
            : [];
    }
}
