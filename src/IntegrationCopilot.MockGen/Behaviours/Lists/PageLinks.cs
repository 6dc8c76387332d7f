using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Where the pages around one are.</summary>
/// <param name="Next">Address of the next page; null on the last one.</param>
/// <param name="Previous">Address of the page before; null on the first one, and where pages are told by cursors.</param>
/// <param name="First">Address of the first page.</param>
/// <param name="Self">Address asked for.</param>
/// <param name="Cursor">What begins the next page; null on the last one.</param>
internal sealed record PageLinks(string? Next, string? Previous, string First, string Self, string? Cursor)
{
    /// <summary>The query parameter of addresses where the document describes none.</summary>
    public const string OwnCursor = "cursor";

    public static PageLinks Of(MockRequest request, PagePlan plan, PageWanted wanted, ListPage page)
    {
        var way = wanted.By ?? plan.Facts.FirstOrDefault(fact => fact.Position is not null) ?? (plan.Facts.Count > 0 ? plan.Facts[0] : null);
        var cursor = page.HasMore ? ListPage.CursorOf(page.Items[^1]) : null;
        var position = way?.Position is { Place: MessagePlace.Query } field ? field.Name : OwnCursor;
        var self = AddressOf(request);
        var first = With(self, position, null);
        string? next = null, previous = null;
        if (way?.Style == PaginationStyle.Page && way.Position is not null && page.Size > 0)
        {
            var number = (page.Start / page.Size) + way.FirstPage;
            if (page.HasMore) next = With(self, position, Text(number + 1));
            if (page.Start > 0) previous = With(self, position, Text(number - 1));
        }
        else if (way?.Style == PaginationStyle.Offset && way.Position is not null)
        {
            if (page.HasMore) next = With(self, position, Text(page.Start + page.Items.Count));
            if (page.Start > 0) previous = With(self, position, Text(Math.Max(0, page.Start - page.Size)));
        }
        else if (cursor is not null) next = With(self, position, cursor);
        return new PageLinks(next, previous, first, self, cursor);
    }

    /// <summary>The <c>Link</c> header (RFC 8288); null when there is nothing to tell.</summary>
    public string? ToHeader()
    {
        var links = new List<string>(3);
        if (Next is not null) links.Add($"<{Next}>; rel=\"next\"");
        if (Previous is not null) links.Add($"<{Previous}>; rel=\"prev\"");
        if (links.Count > 0) links.Add($"<{First}>; rel=\"first\"");
        return links.Count == 0 ? null : string.Join(", ", links);
    }

    private static string AddressOf(MockRequest request)
    {
        var url = request.Message.Url;
        if (url.IndexOf('#') is >= 0 and var hash) url = url[..hash];
        return request.AddressOf(url);
    }

    private static string With(string url, string name, string? value)
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? url : url[..mark];
        var escaped = Uri.EscapeDataString(name);
        var fields = mark < 0 ? [] : url[(mark + 1)..].Split('&').Where(f => f.Length > 0 && NameOf(f) != name).ToList();
        if (value is not null) fields.Add($"{escaped}={Uri.EscapeDataString(value)}");
        return fields.Count == 0 ? path : $"{path}?{string.Join('&', fields)}";
    }

    private static string NameOf(string field) => Uri.UnescapeDataString((field.IndexOf('=') is >= 0 and var end ? field[..end] : field).Replace('+', ' '));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
