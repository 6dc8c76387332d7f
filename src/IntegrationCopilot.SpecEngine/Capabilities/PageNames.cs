namespace IntegrationCopilot.SpecEngine;

/// <summary>What a parameter or field has to do with pages.</summary>
internal enum PagePart
{
    None,

    /// <summary>How many items a page holds.</summary>
    Size,

    /// <summary>Number of a page.</summary>
    Page,

    /// <summary>Number of items to leave out.</summary>
    Offset,

    /// <summary>A place in the list; the name alone says so.</summary>
    Cursor,

    /// <summary>A place in the list, when a page size stands beside it.</summary>
    Boundary,

    /// <summary>A token from the page before.</summary>
    Token,

    /// <summary>Address of the next page.</summary>
    Link,

    /// <summary>That there is more, or how much there is.</summary>
    More,

    /// <summary>An object that holds such fields.</summary>
    Envelope,
}

/// <summary>The names vendors give to the parts of paging.</summary>
internal static class PageNames
{
    private static readonly Dictionary<string, PagePart> Inputs = Table(
        (PagePart.Size, ["limit", "size", "count", "per-page", "page-size", "results-per-page", "items-per-page", "max-results", "max-records", "max-items",
            "maximum-page-size", "max-page-size", "top", "rows",
            "num", "take", "results", "max", "page[limit]", "hits-per-page", "length", "limit-per-page", "batch-size", "num-results", "hits", "first", "last",
            "number-of-results", "nb", "page-length", "perpage", "per"]),
        (PagePart.Page, ["page", "page-number", "page-no", "page-num", "page-index", "current-page", "page[number]", "page-id", "pg", "p"]),
        (PagePart.Offset,
            ["offset", "skip", "start", "start-index", "start-at", "from", "first-result", "page[offset]", "start-offset", "start-position", "start-row", "pos",
            "from-index", "index", "row-offset", "record-index"]),
        (PagePart.Cursor,
            ["cursor", "next-cursor", "page-cursor", "starting-after", "ending-before", "after-cursor", "before-cursor", "page[cursor]", "page[after]",
            "page[before]", "scroll-id", "start-cursor", "end-cursor", "after-id", "before-id", "exclusive-start-key", "cursor-mark", "iterator"]),
        (PagePart.Boundary,
            ["after", "before", "marker", "since-id", "max-id", "from-id", "last-id", "start-after", "page-after", "starting-token", "start-key"]),
        (PagePart.Token,
            ["page-token", "next-page-token", "next-token", "continuation-token", "continuation", "skip-token", "next-page-cursor", "pagination-token",
            "sync-token"]));

    private static readonly Dictionary<string, PagePart> Outputs = Table(
        (PagePart.Token, ["next-page-token", "next-token", "continuation-token", "next-continuation-token", "pagination-token"]),
        (PagePart.Cursor, ["next-cursor", "end-cursor", "next-page-cursor", "next-marker", "after-cursor"]),
        (PagePart.Link, ["next-link", "odata.next-link", "next-page-link", "next-page-url", "next-page-uri", "next-url", "next-uri", "next-href"]),
        (PagePart.More, ["has-more", "more", "has-next", "has-next-page", "next-page", "total-pages", "page-count", "pages-total", "last-page", "current-page",
            "total-page", "num-pages", "next", "prev", "previous",
            "total", "total-count", "total-results", "total-items", "total-size", "items-total", "total-records", "total-elements"]),
        (PagePart.Envelope,
            ["paging", "pagination", "page-info", "meta", "metadata", "links", "response-metadata", "page", "pages", "pager", "page-metadata",
            "paging-metadata"]));

    private static readonly HashSet<string> Headers = LooseNames.Set(
        "x-next-page", "x-total-pages", "x-page", "x-pages", "x-per-page", "x-page-count", "x-has-more", "x-after-cursor", "x-next-cursor", "x-next",
        "x-pagination", "pagination-limit", "pagination-offset", "pagination-total",
        "x-pagination-total", "x-pagination-page", "x-pagination-page-count", "current-page", "per-page", "total-pages", "total-page", "x-current-page",
        "x-more", "x-offset", "x-continuation-token");

    private static readonly HashSet<string> NextHeaders = LooseNames.Set("x-next-page", "x-next-cursor", "x-after-cursor", "x-next", "x-continuation-token");

    private static readonly HashSet<string> Mores = LooseNames.Set("has-more", "more", "has-next", "has-next-page");

    private static readonly HashSet<string> Totals = LooseNames.Set(
        "total", "total-count", "total-results", "total-items", "total-size", "items-total", "total-records", "total-elements", "count-total", "x-total-count",
        "x-total", "x-pagination-total", "pagination-total", "x-total-results");

    public static PagePart OfInput(string name) => Inputs.GetValueOrDefault(name);

    public static PagePart OfOutput(string name) => Outputs.GetValueOrDefault(name);

    public static bool IsHeader(string name) => Headers.Contains(name);

    /// <summary>Whether a header gives what the next page is asked for with.</summary>
    public static bool IsNextHeader(string name) => NextHeaders.Contains(name);

    /// <summary>Whether a field says that there is more.</summary>
    public static bool SaysMore(string name) => Mores.Contains(name);

    /// <summary>Whether a field or header says how much there is in all.</summary>
    public static bool SaysTotal(string name) => Totals.Contains(name);

    private static Dictionary<string, PagePart> Table(params (PagePart Part, string[] Names)[] rows)
    {
        var table = new Dictionary<string, PagePart>(LooseNames.Comparer);
        foreach (var (part, names) in rows)
            foreach (var name in names) table.TryAdd(name, part);
        return table;
    }
}
