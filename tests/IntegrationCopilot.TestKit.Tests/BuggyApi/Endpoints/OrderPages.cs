using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Cuts orders into pages: a cursor names the last order of the page before, so that what comes and goes moves nothing.</summary>
internal static class OrderPages
{
    public static OrderPage Of(FreightState state, IReadOnlyList<Kept<Order>> orders, OrderSort? sort, string? cursor, int limit)
    {
        if (state.Has(ListBugs.PageSizeIgnored)) limit = 5;
        var sorted = orders.OrderBy(kept => KeyOf(state, kept, sort)).ToList();
        var start = cursor is null ? 0 : sorted.Count(kept => KeyOf(state, kept, sort).CompareTo(Read(cursor)) <= 0);
        if (cursor is not null && state.Has(ListBugs.PageGap)) start++;
        if (cursor is not null && limit > 1 && start > 0 && state.Has(ListBugs.PageRepeats)) start--;
        var page = sorted.Skip(start).Take(limit).ToList();
        return new OrderPage([.. page.Select(kept => kept.Thing)], Next(state, sorted, start + page.Count, sort, cursor));
    }

    private static string? Next(FreightState state, List<Kept<Order>> sorted, int end, OrderSort? sort, string? cursor)
    {
        if (end < sorted.Count) return end == 0 ? null : Write(KeyOf(state, sorted[end - 1], sort));
        if (cursor is not null && state.Has(ListBugs.CursorRepeated)) return cursor;
        if (!state.Has(ListBugs.PagesEndless)) return null;
        var last = cursor is null ? (Weight: int.MaxValue, Number: 0L) : Read(cursor);
        return Write((int.MaxValue, last.Number + 1));
    }

    private static (int Weight, long Number) KeyOf(FreightState state, Kept<Order> kept, OrderSort? sort) =>
        (sort == OrderSort.WeightGrams && !state.Has(ListBugs.SortIgnored) ? kept.Thing.WeightGrams : 0, kept.Number);

    private static string Write((int Weight, long Number) key) => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes($"{key.Weight}:{key.Number}"));

    private static (int Weight, long Number) Read(string cursor)
    {
        try
        {
            var parts = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(cursor)).Split(':');
            return (int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new Refusal(400, "The cursor is none of this list.");
        }
    }
}
