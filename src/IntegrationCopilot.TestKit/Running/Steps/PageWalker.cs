using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Walks through a list, page by page.</summary>
internal sealed class PageWalker(RunContext context, CaseSender sender)
{
    /// <summary>Empty pages in a row that are followed: a list may filter what it has after it was cut into pages.</summary>
    private const int MaxEmpty = 3;

    public async Task<StepOutcome> WalkAsync(TestStep step, PageWalk walk, ReadyRequest first, CancellationToken cancellationToken)
    {
        var pages = new List<Exchange>();
        var next = new NextPage(walk, context);
        var ready = first;
        var empty = 0;
        while (ready is not null && (pages.Count < walk.MaxPages || empty is > 0 and < MaxEmpty))
        {
            var exchange = await sender.SendAsync(ready, cancellationToken);
            pages.Add(exchange);
            if (exchange.Response?.Status is not (>= 200 and < 300) || Items(walk, exchange) is not { } items) ready = null;
            else ready = Next(next, ready, exchange, items.Count, ref empty);
        }

        return new StepOutcome
        {
            Step = step,
            Exchanges = pages,
            WalkProblem = next.Problem,
            WalkStop = next.Stop,
            WalkIsCut = ready is not null && empty < MaxEmpty,
            WalkDoubt = ready is not null && empty >= MaxEmpty ? $"{empty} empty pages follow one another, and the last of them names a further one" : null,
        };
    }

    /// <summary>An empty page ends a list whose pages are numbered; elsewhere the list itself says whether it ends.</summary>
    private static ReadyRequest? Next(NextPage next, ReadyRequest request, Exchange page, int items, ref int empty)
    {
        empty = items == 0 ? empty + 1 : 0;
        return items == 0 && !next.IsTold ? null : next.After(request, page, items);
    }

    /// <summary>The items of a page; null when there is no array where they should be.</summary>
    public static IReadOnlyList<JsonElement>? Items(PageWalk walk, Exchange page) =>
        JsonValues.Find(page.Json, walk.ItemsPointer) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : null;
}
