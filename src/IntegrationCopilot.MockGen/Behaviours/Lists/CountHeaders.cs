using System.Globalization;

namespace IntegrationCopilot.MockGen;

/// <summary>Header fields that tell of counts and pages, where the answer has them, and its links.</summary>
internal static class CountHeaders
{
    /// <summary>Makes the fields of an answer true.</summary>
    public static MockReply Set(MockReply reply, ListPage page, PageLinks links, PagePlan plan)
    {
        if (reply.Field("Link") is not null || plan.MayLink) reply = links.ToHeader() is { } link ? reply.With("Link", link) : reply.Without("Link");
        var first = plan.Facts.Select(fact => fact.FirstPage).FirstOrDefault(1);
        foreach (var (name, _) in reply.Headers)
            if (Value(FieldNames.Fold(name), page, links, first) is { } value) reply = value.Length > 0 ? reply.With(name, value) : reply.Without(name);
        return reply;
    }

    private static string? Value(string name, ListPage page, PageLinks links, int first) => name switch
    {
        "xtotalcount" or "xtotal" or "xpaginationtotal" or "paginationtotal" or "xtotalitems" or "totalcount" => Text(page.Total),
        "xtotalpages" or "totalpages" or "totalpage" or "xpaginationpagecount" or "xpagecount" =>
            Text(page.Size == 0 ? 1 : Math.Max(1, (page.Total + page.Size - 1) / page.Size)),
        "xpage" or "currentpage" or "xcurrentpage" or "xpaginationpage" => Text(page.Size == 0 ? first : (page.Start / page.Size) + first),
        "xperpage" or "perpage" or "paginationlimit" or "xpaginationlimit" => Text(page.Size),
        "paginationoffset" or "xoffset" => Text(page.Start),
        "xnextpage" => page.HasMore && page.Size > 0 ? Text((page.Start / page.Size) + first + 1) : "",
        "xhasmore" or "xmore" => page.HasMore ? "true" : "false",
        "xnext" => links.Next ?? "",
        "xnextcursor" or "xaftercursor" or "xcontinuationtoken" => links.Cursor ?? "",
        _ => null,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
