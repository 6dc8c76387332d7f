using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Finds the places within a schema.</summary>
internal static class FieldPlaces
{
    private const int MaxPlaces = 500;
    private const int MaxViews = 40;
    private const int MaxDepth = 8;

    /// <summary>The places of a schema, outer before inner.</summary>
    public static IEnumerable<FieldPlace> Of(ApiSpec spec, RawNode schema)
    {
        var found = 0;
        var seen = new HashSet<RawNode>();
        var open = new Queue<(RawNode Schema, int Depth)>([(schema, 0)]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.Schema)) continue;
            foreach (var place in Within(spec, Views(spec, next.Schema)))
            {
                if (++found > MaxPlaces) yield break;
                yield return place;
                if (next.Depth < MaxDepth && place.Schemas.Count > 0) open.Enqueue((place.Schemas[0], next.Depth + 1));
            }
        }
    }

    /// <summary>A schema with what it refers to, consists of, and may be.</summary>
    public static IReadOnlyList<RawNode> Views(ApiSpec spec, RawNode schema)
    {
        var views = new List<RawNode>();
        var open = new Queue<RawNode>([schema]);
        while (open.TryDequeue(out var node) && views.Count < MaxViews)
        {
            if (!node.IsObject || views.Contains(node)) continue;
            views.Add(node);
            if (node["$ref"].IsDefined) open.Enqueue(spec.Resolve(node));
            foreach (var keyword in (string[])["allOf", "oneOf", "anyOf"])
                foreach (var part in node[keyword].Children) open.Enqueue(part);
        }
        return views;
    }

    /// <summary>The members and items that schemas of one value describe.</summary>
    public static IEnumerable<FieldPlace> Within(ApiSpec spec, IReadOnlyList<RawNode> views)
    {
        var required = views.SelectMany(view => view["required"].Children).Select(name => name.GetString()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var closed = views.Any(view => view["additionalProperties"].GetBoolean() == false || view["unevaluatedProperties"].GetBoolean() == false);
        foreach (var members in views.SelectMany(view => view["properties"].Children).GroupBy(member => member.Name, StringComparer.Ordinal))
            yield return new FieldPlace(members.Key, required.Contains(members.Key), closed,
                [.. members.SelectMany(member => Views(spec, member)).Distinct()]);
        foreach (var view in views)
            if (view["items"].IsObject) yield return new FieldPlace("", false, false, Views(spec, view["items"]));
    }
}
