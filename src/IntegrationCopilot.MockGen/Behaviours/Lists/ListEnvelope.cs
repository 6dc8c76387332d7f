using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Puts the items of a page into what lies around them, and makes that true.</summary>
/// <param name="plan">How the operation gives its list in pages.</param>
/// <param name="way">Where the list lies; empty when it is the whole body.</param>
internal sealed class ListEnvelope(PagePlan plan, IReadOnlyList<string> way)
{
    private static readonly NothingSpelling[] Spellings = [NothingSpelling.Null, NothingSpelling.Absent, NothingSpelling.Empty];
    private (NothingSpelling Nothing, bool FillsNulls) usual = (NothingSpelling.Null, true);

    /// <summary>The body of a page.</summary>
    /// <param name="shown">The body as the document shows it.</param>
    /// <param name="items">What takes the place of its list.</param>
    /// <param name="page">The page.</param>
    /// <param name="links">Where the pages around it are.</param>
    /// <param name="accepts">Whether the schema accepts a text.</param>
    /// <returns>The text in the first spelling that the schema accepts; null when it accepts none, nor the list alone.</returns>
    public byte[]? Write(ReadOnlyMemory<byte> shown, JsonNode items, ListPage page, PageLinks links, Func<byte[], bool> accepts)
    {
        foreach (var told in Ways().Prepend(usual))
        {
            var json = Write(shown, items.DeepClone(), page, links, told.Nothing, told.FillsNulls);
            if (!accepts(json)) continue;
            usual = told;
            return json;
        }
        return JustItems(shown, items) is { } plain && accepts(plain) ? plain : null;
    }

    /// <summary>The body as it is shown but for its list, where what would be true of the page breaks the document's own rules.</summary>
    private byte[]? JustItems(ReadOnlyMemory<byte> shown, JsonNode items)
    {
        if (way.Count == 0 || JsonTrees.Parse(shown) is not JsonObject root || root.Find(way) is null) return null;
        root.Set(way, items.DeepClone());
        return JsonTrees.Write(root);
    }

    /// <summary>Where a link is shown as nothing, what stands there otherwise need not be a text: then it stays as it is shown.</summary>
    private static IEnumerable<(NothingSpelling Nothing, bool FillsNulls)> Ways() =>
        ((bool[])[true, false]).SelectMany(_ => Spellings, (fillsNulls, spelling) => (spelling, fillsNulls));

    /// <summary>The body of a page where fields that have nothing to tell are spelled in one way.</summary>
    public byte[] Write(ReadOnlyMemory<byte> shown, JsonNode items, ListPage page, PageLinks links, NothingSpelling spelling, bool fillsNulls = true)
    {
        if (way.Count == 0) return JsonTrees.Write(items);
        var root = JsonTrees.Parse(shown) as JsonObject ?? [];
        root.Set(way, items);
        EnvelopeFields.Set(root, root.Find(way), page, links, spelling, plan.Facts.Select(fact => fact.FirstPage).FirstOrDefault(1), fillsNulls);
        foreach (var fact in plan.Facts)
        {
            Put(root, fact.Total, Counted(root, fact.Total, page.Total), spelling);
            Put(root, fact.More, JsonValue.Create(page.HasMore), spelling);
            Put(root, fact.NextLink, links.Next, spelling);
            Put(root, fact.NextCursor, links.Cursor, spelling);
        }
        return JsonTrees.Write(root);
    }

    /// <summary>A count, as a text where one is shown.</summary>
    private static JsonValue Counted(JsonObject root, MessageField? field, int count) =>
        field is { Place: MessagePlace.Body } && root.Find(field.Pointer.Tokens) is JsonValue shown && shown.GetValueKind() == JsonValueKind.String
            ? JsonValue.Create(count.ToString(CultureInfo.InvariantCulture)) : JsonValue.Create(count);

    private static void Put(JsonObject root, MessageField? field, JsonNode? value, NothingSpelling spelling)
    {
        if (field is not { Place: MessagePlace.Body } || field.Pointer.Tokens is not { Count: > 0 } way) return;
        // Made true already: a link may be an object around its address.
        if ((value is not null || spelling == NothingSpelling.Empty) && root.Find(way) is JsonObject) return;
        if (value is not null || spelling == NothingSpelling.Null) root.Set(way, value);
        else if (spelling == NothingSpelling.Empty) root.Set(way, JsonValue.Create(""));
        else if (root.Find([.. way.Take(way.Count - 1)]) is JsonObject holder) holder.Remove(way[^1]);
    }
}
