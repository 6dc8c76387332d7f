using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes lists: as many items as asked for, one where nothing is asked, with what the list must contain in front.</summary>
internal sealed class ArraySamples(SampleBuilder builder, SchemaView view)
{
    private const int MaxItems = 1_000;
    private const int MaxVariations = 20;
    private readonly JsonArray made = [];

    public Sample Build(SamplePlace place, bool requiredOnly)
    {
        var min = view.AtLeast("minItems");
        var contained = view.All("contains").ToList();
        var containing = contained.Count == 0 ? 0 : (int)(view.All("minContains").Select(n => n.GetInt64()).Max() ?? 1);
        min = Math.Max(min, containing);
        if (min > MaxItems) return Sample.None;
        var count = Math.Min(Math.Max(min, Wanted(place, requiredOnly)), view.AtMost("maxItems"));
        var unique = view.Says("uniqueItems");
        for (var i = 0; i < count; i++)
            if (!Add(place, i, i < containing ? contained : [], unique)) break;
        return made.Count >= min ? Sample.Of(made) : Sample.None;
    }

    private int Wanted(SamplePlace place, bool requiredOnly)
    {
        if (view.All("prefixItems").Select(p => p.Count).DefaultIfEmpty().Max() is > 0 and var positions) return positions;
        return !requiredOnly && view.Item(0) is { Count: > 0 } schemas && schemas.All(s => builder.HasRoomFor(s, place.Depth)) ? 1 : 0;
    }

    private bool Add(SamplePlace place, int index, List<RawNode> contained, bool unique)
    {
        IReadOnlyList<RawNode> schemas = [.. view.Item(index), .. contained];
        var hint = place.Hint.Value is JsonArray given && index < given.Count ? Sample.Of(given[index]) : Sample.None;
        for (var variation = unique ? index : 0; variation <= index + MaxVariations; variation++)
        {
            var item = builder.Build(schemas, place.Item(index, hint, variation));
            if (!item.Made) return false;
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
