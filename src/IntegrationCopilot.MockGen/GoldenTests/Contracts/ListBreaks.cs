using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Values outside an enumeration, arrays of too few, too many or repeated items, objects with members nobody described.</summary>
internal static class ListBreaks
{
    private const string Stranger = "not-in-the-list";
    private const int MostItems = 500;

    /// <summary>Breaks of <c>enum</c> and <c>const</c>.</summary>
    public static IEnumerable<SchemaBreak> OfValues(IReadOnlyList<RawNode> schemas, JsonElement value)
    {
        foreach (var keyword in (string[])["enum", "const"])
        {
            var list = KeywordView.Find(schemas, keyword);
            if (!list.IsDefined) continue;
            JsonNode? other = value.ValueKind switch
            {
                JsonValueKind.String => JsonValue.Create(Stranger),
                JsonValueKind.Number => JsonValue.Create(987_654_321),
                _ => null,
            };
            if (other is not null)
                yield return new(RuleKind.Enumeration, keyword, other, keyword == "enum" ? $"one of {list.Count} values" : "one value", list);
        }
    }

    /// <summary>Breaks of <c>minItems</c>, <c>maxItems</c> and <c>uniqueItems</c>.</summary>
    public static IEnumerable<SchemaBreak> OfItems(IReadOnlyList<RawNode> schemas, JsonElement value)
    {
        var items = value.EnumerateArray().ToList();
        var most = KeywordView.Find(schemas, "maxItems");
        if (most.GetInt64() is { } longest and >= 0 and < MostItems && items.Count > 0)
            foreach (var many in (JsonArray[])[Repeated(items, (int)longest + 1), Different(items[0], (int)longest + 1)])
                yield return new(RuleKind.Length, "maxItems", many, $"maxItems {longest}", most) { Variant = "long" };
        var least = KeywordView.Find(schemas, "minItems");
        if (least.GetInt64() is { } shortest and > 0)
            yield return new(RuleKind.Length, "minItems", Array(items.Take((int)Math.Min(int.MaxValue, shortest - 1))), $"minItems {shortest}", least)
                { Variant = "short" };
        var unique = KeywordView.Find(schemas, "uniqueItems");
        if (unique.GetBoolean() == true && items.Count > 0)
            yield return new(RuleKind.UniqueItems, "uniqueItems", Array(items.Append(items[0])), "no item twice", unique);
    }

    /// <summary>Breaks of <c>additionalProperties: false</c>.</summary>
    public static IEnumerable<SchemaBreak> OfMembers(IReadOnlyList<RawNode> schemas, JsonElement value)
    {
        foreach (var keyword in (string[])["additionalProperties", "unevaluatedProperties"])
        {
            var closed = KeywordView.Find(schemas, keyword);
            if (closed.GetBoolean() != false) continue;
            var more = JsonObject.Create(value)!.DeepClone().AsObject();
            more["undescribedMember"] = true;
            yield return new(RuleKind.AdditionalProperty, keyword, more, "described members only", closed);
        }
    }

    private static JsonArray Repeated(List<JsonElement> items, int count) => Array(Enumerable.Range(0, count).Select(i => items[i % items.Count]));

    /// <summary>Items that differ, where none may come twice.</summary>
    private static JsonArray Different(JsonElement item, int count) => new([.. Enumerable.Range(1, count).Select(i => item.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create($"{item.GetString()}{i}"),
        JsonValueKind.Number => JsonValue.Create(i),
        _ => AsJson.Node(item),
    })]);

    private static JsonArray Array(IEnumerable<JsonElement> items) => new([.. items.Select(item => AsJson.Node(item))]);
}
