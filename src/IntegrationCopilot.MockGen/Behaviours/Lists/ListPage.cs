using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>One page of a list.</summary>
/// <param name="Items">The things on it.</param>
/// <param name="Total">How many things there are in all.</param>
/// <param name="Start">How many stand before it.</param>
/// <param name="Size">How many a page holds at most.</param>
internal sealed record ListPage(IReadOnlyList<MockThing> Items, int Total, int Start, int Size)
{
    /// <summary>Whether things follow.</summary>
    public bool HasMore => Items.Count > 0 && Start + Items.Count < Total;

    /// <summary>Cuts a page out of a list. Behind an item means behind its place, even when it is gone meanwhile; beyond the end the page is empty.</summary>
    /// <param name="all">The whole list.</param>
    /// <param name="wanted">The page.</param>
    /// <param name="idOf">The identifier of a thing, as cursors of item identifiers name it.</param>
    /// <returns>The page; null when its cursor leads nowhere.</returns>
    public static ListPage? Cut(IReadOnlyList<MockThing> all, PageWanted wanted, Func<MockThing, string?> idOf)
    {
        var start = (int)Math.Min(wanted.Skip, all.Count);
        var size = wanted.Size;
        if (wanted.After is { } cursor)
        {
            if (PlaceOf(all, cursor, idOf) is not { } place) return null;
            (start, size) = wanted.IsBackward ? (Math.Max(0, place.Index - size), Math.Min(size, place.Index)) : (place.Next, size);
        }
        var items = new List<MockThing>(Math.Min(size, Math.Max(0, all.Count - start)));
        for (var i = start; i < all.Count && items.Count < size; i++) items.Add(all[i]);
        return new ListPage(items, all.Count, start, wanted.Size);
    }

    /// <summary>A cursor that begins behind a thing.</summary>
    public static string CursorOf(MockThing thing) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"after:{thing.Order}")));

    private static (int Index, int Next)? PlaceOf(IReadOnlyList<MockThing> all, string cursor, Func<MockThing, string?> idOf)
    {
        var order = OrderOf(cursor);
        for (var i = 0; i < all.Count; i++)
            if (order is { } wanted ? all[i].Order == wanted : idOf(all[i]) == cursor) return (i, i + 1);
        if (order is not { } gone) return null;
        for (var i = 0; i < all.Count; i++)
            if (all[i].Order > gone) return (i, i);
        return (all.Count, all.Count);
    }

    private static long? OrderOf(string cursor)
    {
        if (cursor.Length > 64 || !Base64Url.IsValid(cursor)) return null;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith("after:", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null;
    }
}
