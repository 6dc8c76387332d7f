using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What a request wants of a list beside a page: fields that must have values, words that must occur, an order.</summary>
/// <remarks>
/// A query parameter filters where its name is that of a field (<c>status</c>, <c>status[]</c>, <c>filter[status]</c>), or that of a field with a bound
/// (<c>created_after</c>, <c>amount[gte]</c>, <c>min_price</c>). Several values, also separated by commas, are alternatives.
/// </remarks>
internal sealed class ListQuery
{
    private const int MaxConditions = 50;
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "q", "query", "search", "keyword", "keywords", "searchterm", "term", "text" };
    private static readonly HashSet<string> Orders =
        new(StringComparer.Ordinal) { "sort", "sortby", "order", "orderby", "sortfield", "sortcolumn", "ordering" };
    private static readonly HashSet<string> Directions =
        new(StringComparer.Ordinal) { "direction", "dir", "sortdirection", "sortdir", "sortorder", "orderdirection", "orderdir" };
    private readonly List<ListCondition> conditions = [];
    private readonly List<string> words = [];
    private readonly List<string> ignored = [];
    private string? order;
    private string? direction;

    private ListQuery()
    {
    }

    /// <summary>Whether every thing is wanted, in the order it was added.</summary>
    public bool IsPlain => conditions.Count == 0 && words.Count == 0 && order is null;

    /// <summary>Query parameters that the document describes and that have no meaning here.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    /// <summary>Reads the query of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="shapes">The fields of a thing, as it is read and as it is listed.</param>
    /// <param name="others">Parameters that mean something else: places and sizes of pages.</param>
    public static ListQuery Of(MockRequest request, IReadOnlyList<ThingShape> shapes, IReadOnlyCollection<string> others)
    {
        var query = new ListQuery();
        foreach (var (name, value) in request.QueryFields)
            if (value.Length > 0 && !others.Contains(name) && !query.Take(name, value, shapes)) query.ignored.Add(name);
        return query;
    }

    /// <summary>The things that are wanted, in the order wanted.</summary>
    public IReadOnlyList<MockThing> Apply(IReadOnlyList<MockThing> things)
    {
        if (IsPlain) return things;
        var read = things.Select(thing => (Thing: thing, Tree: JsonTrees.Parse(thing.Json) as JsonObject ?? [])).Where(pair => Fits(pair.Tree));
        if (order is null) return [.. read.Select(pair => pair.Thing)];
        var keys = SortKey.Parse(order, direction);
        return [.. read.Order(Comparer<(MockThing Thing, JsonObject Tree)>.Create((left, right) => SortKey.Compare(keys, left.Tree, right.Tree)))
            .Select(pair => pair.Thing)];
    }

    private bool Take(string name, string value, IReadOnlyList<ThingShape> shapes)
    {
        var (field, bound) = shapes.Select(shape => ListCondition.Split(name, shape)).FirstOrDefault(split => split.Field is not null);
        if (field is not null && conditions.Count < MaxConditions)
        {
            conditions.Add(new ListCondition(field, bound, value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            return true;
        }
        var folded = FieldNames.Fold(name);
        if (Words.Contains(folded)) { words.Add(value); return true; }
        if (Directions.Contains(folded) || (folded == "order" && IsDirection(value))) { direction = value; return true; }
        if (!Orders.Contains(folded)) return false;
        order = value;
        return true;
    }

    private static bool IsDirection(string value) => value.ToLowerInvariant() is "asc" or "desc" or "ascending" or "descending";

    private bool Fits(JsonObject thing) => conditions.TrueForAll(condition => condition.Holds(thing)) && words.TrueForAll(word => Contains(thing, word, 0));

    private static bool Contains(JsonNode? node, string word, int depth) => depth < 16 && node switch
    {
        JsonObject members => members.Any(m => Contains(m.Value, word, depth + 1)),
        JsonArray items => items.Any(i => Contains(i, word, depth + 1)),
        JsonValue value => value.TryGetValue<string>(out var text) && text.Contains(word, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
