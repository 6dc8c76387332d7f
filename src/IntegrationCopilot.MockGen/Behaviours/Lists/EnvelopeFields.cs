using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>What stands in a field that has nothing to tell, because the page is the last or the first.</summary>
internal enum NothingSpelling
{
    Null,
    Absent,
    Empty,
}

/// <summary>Makes what lies around a list true: counts, places, whether there is more, and where.</summary>
/// <param name="page">The page.</param>
/// <param name="links">Where the pages around it are.</param>
/// <param name="nothing">What stands in fields that have nothing to tell.</param>
/// <param name="firstPage">Number of the first page.</param>
/// <param name="hasTotal">Whether one of the fields tells how many there are in all.</param>
/// <param name="fillsNulls">Whether a text may stand where nothing is shown.</param>
internal sealed class EnvelopeFields(ListPage page, PageLinks links, NothingSpelling nothing, int firstPage, bool hasTotal, bool fillsNulls)
{
    private const int MaxDepth = 4;

    /// <summary>Makes the fields of an envelope true.</summary>
    /// <param name="envelope">The envelope, which is changed.</param>
    /// <param name="items">Where its list is; nothing beneath it is touched.</param>
    /// <param name="page">The page.</param>
    /// <param name="links">Where the pages around it are.</param>
    /// <param name="nothing">What stands in fields that have nothing to tell.</param>
    /// <param name="firstPage">Number of the first page.</param>
    /// <param name="fillsNulls">Whether a text may stand where nothing is shown.</param>
    public static void Set(JsonObject envelope, JsonNode? items, ListPage page, PageLinks links, NothingSpelling nothing, int firstPage,
        bool fillsNulls = true) =>
        new EnvelopeFields(page, links, nothing, firstPage,
            Names(envelope, 0)
            .Any(name =>
            FieldNames.Fold(name) is "total" or "totalcount" or "totalitems" or "totalresults" or "totalelements" or "totalsize" or "totalrecords"
            or "itemstotal"), fillsNulls).Visit(envelope, items, 0);

    private static IEnumerable<string> Names(JsonObject holder, int depth) =>
        holder.SelectMany(m => m.Value is JsonObject inner && depth < MaxDepth ? Names(inner, depth + 1).Prepend(m.Key) : [m.Key]);

    private void Visit(JsonObject holder, JsonNode? items, int depth)
    {
        foreach (var (name, value) in holder.ToList())
        {
            if (value is not null && ReferenceEquals(value, items)) continue;
            if (value is JsonObject inner && LinkOf(name) is { IsLink: true } and var link && inner["href"] is JsonValue)
                SetHref(holder, name, inner, link.Address);
            else if (value is JsonObject nested && depth < MaxDepth) Visit(nested, items, depth + 1);
            else if (value is null or JsonValue) SetScalar(holder, name, value as JsonValue);
        }
    }

    private void SetScalar(JsonObject holder, string name, JsonValue? value)
    {
        var kind = value?.GetValueKind();
        if (kind is null && !fillsNulls) return;
        if (kind is JsonValueKind.Number && NumberOf(name) is { } number) holder[name] = JsonValue.Create(number);
        else if (kind is JsonValueKind.True or JsonValueKind.False && FlagOf(name) is { } flag) holder[name] = JsonValue.Create(flag);
        else if (kind is JsonValueKind.String or null && LinkOf(name) is { IsLink: true } and var link && !IsPlainNumber(value))
            SetText(holder, name, IsAddress(value) || link.Address is null ? link.Address : links.Cursor ?? link.Address);
        else if (kind is JsonValueKind.String or null && IsCursor(name)) SetText(holder, name, links.Cursor);
    }

    private static bool IsPlainNumber(JsonValue? value) =>
        value is not null && value.TryGetValue<string>(out var text) && text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsAddress(JsonValue? value) =>
        value is null || (value.TryGetValue<string>(out var text) && (text.Contains('/') || text.Contains('?') || text.Length == 0));

    private void SetHref(JsonObject holder, string name, JsonObject inner, string? address)
    {
        if (address is not null || nothing == NothingSpelling.Empty) inner["href"] = address ?? "";
        else SetText(holder, name, null);
    }

    private void SetText(JsonObject holder, string name, string? text)
    {
        if (text is not null) holder[name] = text;
        else if (nothing == NothingSpelling.Absent) holder.Remove(name);
        else holder[name] = nothing == NothingSpelling.Null ? null : JsonValue.Create("");
    }

    private int? NumberOf(string name) => FieldNames.Fold(name) switch
    {
        "total" or "totalcount" or "totalitems" or "totalresults" or "totalelements" or "totalsize" or "totalrecords" or "itemstotal" => page.Total,
        "totalpages" or "totalpage" or "pagecount" or "lastpage" or "pagestotal" or "numpages" or "pages" => Pages,
        "page" or "pagenumber" or "currentpage" or "pageindex" or "number" => page.Size == 0 ? firstPage : (page.Start / page.Size) + firstPage,
        "perpage" or "pagesize" or "limit" or "size" or "itemsperpage" => page.Size,
        "offset" or "skip" or "startindex" => page.Start,
        "count" => hasTotal ? page.Items.Count : page.Total,
        "returned" or "numberofelements" or "resultcount" or "itemcount" => page.Items.Count,
        "nextpage" when page.HasMore => (page.Start / Math.Max(1, page.Size)) + firstPage + 1,
        "nextoffset" when page.HasMore => page.Start + page.Items.Count,
        _ => null,
    };

    private int Pages => page.Size == 0 ? 1 : Math.Max(1, (page.Total + page.Size - 1) / page.Size);

    private bool? FlagOf(string name) => FieldNames.Fold(name) switch
    {
        "hasmore" or "more" or "hasnext" or "hasnextpage" or "next" or "moreitems" => page.HasMore,
        "hasprevious" or "hasprev" or "haspreviouspage" => page.Start > 0,
        "first" or "firstpage" => page.Start == 0,
        "last" or "lastpage" or "islast" or "islastpage" => !page.HasMore,
        "empty" => page.Items.Count == 0,
        _ => null,
    };

    private static bool IsCursor(string name) =>
        FieldNames.Fold(name) is "nextcursor" or "nexttoken" or "nextpagetoken" or "continuationtoken" or "nextcontinuationtoken" or "endcursor"
            or "nextpagecursor" or "nextmarker" or "aftercursor" or "after" or "paginationtoken";

    private (bool IsLink, string? Address) LinkOf(string name) => FieldNames.Fold(name) switch
    {
        "next" or "nextlink" or "odatanextlink" or "nextpagelink" or "nextpageurl" or "nextpageuri" or "nexturl" or "nexturi" or "nexthref" or "nextpage" =>
            (true, links.Next),
        "previous" or "prev" or "previouslink" or "prevlink" or "previouspage" or "prevpage" or "previouspageurl" or "prevpageurl" or "previousurl" =>
            (true, links.Previous),
        "first" or "firstpageurl" or "firstlink" => (true, links.First),
        "self" => (true, links.Self),
        _ => (false, null),
    };
}
