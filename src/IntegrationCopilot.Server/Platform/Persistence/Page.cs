using IntegrationCopilot.Server.Platform.Door;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Platform.Persistence;

/// <summary>A part of a longer list.</summary>
/// <param name="Items">The items of this part, in the list's order.</param>
/// <param name="Total">How many items the whole list has.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);

internal static class Paging
{
    public const int DefaultTake = 50;
    public const int MostTake = 200;

    /// <summary>Checks the bounds of a part: where it starts and how many items it may have.</summary>
    public static void Page(this FieldErrors errors, int skip, int take)
    {
        errors.Between(nameof(skip), skip, 0, int.MaxValue);
        errors.Between(nameof(take), take, 1, MostTake);
    }

    /// <summary>Reads a part of an ordered query, and how many rows it has in all.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> ordered, int skip, int take, CancellationToken cancellationToken)
    {
        var total = await ordered.CountAsync(cancellationToken);
        var items = await ordered.Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new Page<T>(items, total);
    }
}
