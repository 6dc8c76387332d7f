using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes lists: as many items as asked for, one where nothing is asked, with what the list must contain in front.</summary>
internal sealed class ArraySamples(SampleBuilder builder, SchemaView view)
{
    private const int MaxItems = 1_000;
    private const int MaxVariations = 40;

    /// <summary>How many items are made at random before they are gone through in turn, so that a list of few values gets them all.</summary>
    private const int MaxAtRandom = 20;
    private readonly JsonArray made = [];

    public Sample Build(SamplePlace place, bool requiredOnly)
    {
        var contained = view.Contained().ToList();
        var min = contained.Aggregate(view.MinItems, (most, c) => Math.Max(most, c.Min));
        if (builder.Carrier.DropsEmpty) min = Math.Max(min, 1);
        if (min > MaxItems) return Sample.None;
        var count = Math.Min(Math.Max(Math.Max(min, Wanted(place, requiredOnly)), Together(contained)), view.MaxItems);
        var unique = view.Parts.Any(p => p.Part.UniqueItems);
        for (var i = 0; i < count; i++)
            if (!Add(place, i, unique, Counted(contained, i, count))) break;
        if (made.Count > 1 && view.Parts.Any(p => p.Part.RepeatsItems)) made[^1] = made[0]?.DeepClone();
        return made.Count >= min || builder.TakesNearest ? Sample.Of(made) : Sample.None;
    }

    private int Wanted(SamplePlace place, bool requiredOnly)
    {
        if (view.Parts.Max(p => (int?)p.Part.PrefixItems.Count) is > 0 and var positions) return positions;
        return !requiredOnly && view.Item(0) is { Count: > 0 } schemas && builder.HasRoomFor(schemas, place.Depth) ? 1 : 0;
    }

    /// <summary>How many items there are when each one meets one schema only.</summary>
    private static int Together(List<(Demand Schema, int Min, int Max)> contained) => contained.Count < 2 ? 0 : Math.Min(MaxItems, contained.Sum(c => c.Min));

    /// <summary>
    /// What an item does with the schemas that items are counted against: it meets one in its turn, and breaks those that enough meet already.
    /// </summary>
    private static IEnumerable<Demand> Counted(List<(Demand Schema, int Min, int Max)> contained, int index, int count)
    {
        var first = 0;
        foreach (var (schema, min, max) in contained)
        {
            var own = Math.Max(0, Math.Min(first, count - min));
            if (index >= own && index < own + min) yield return schema;
            else if (max < count) yield return schema with { Negated = !schema.Negated };
            first += min;
        }
    }

    /// <summary>Whether the carrier would lose an item.</summary>
    private bool IsLost(JsonNode? item) =>
        (builder.Carrier.DropsEmpty && ObjectSamples.IsEmpty(item)) || (builder.Carrier.RefusesListsInLists && item is JsonArray);

    private bool Add(SamplePlace place, int index, bool unique, IEnumerable<Demand> counted)
    {
        IReadOnlyList<Demand> demands = [.. view.Item(index), .. counted];
        var hint = place.Hint.Value is JsonArray given && index < given.Count ? Sample.Of(given[index]) : Sample.None;
        var first = (unique ? index : 0) + place.Variation;
        for (var variation = first; variation <= index + place.Variation + MaxVariations; variation++)
        {
            var own = place.Item(index, hint, variation);
            var item = builder.Build(demands, variation - first > MaxAtRandom ? own with { Random = place.Random.Child("in turn") } : own);
            if (!item.Made || (!builder.TakesNearest && IsLost(item.Value))) return false;
            if (unique && made.Any(other => JsonNode.DeepEquals(other, item.Value)))
            {
                hint = Sample.None;
                continue;
            }
            made.Add(item.Value);
            return true;
        }
        return false;
    }
}
