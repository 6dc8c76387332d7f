using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Walks through a list, page by page.</summary>
internal sealed class PageWalker(RunContext context, CaseSender sender)
{
    public async Task<StepOutcome> WalkAsync(TestStep step, PageWalk walk, ReadyRequest first, CancellationToken cancellationToken)
    {
        var pages = new List<Exchange>();
        var next = new NextPage(walk, context);
        for (var ready = first; ready is not null && pages.Count < walk.MaxPages;)
        {
            var exchange = await sender.SendAsync(ready, cancellationToken);
            pages.Add(exchange);
            if (exchange.Response?.Status is not (>= 200 and < 300) || Items(walk, exchange) is not { Count: > 0 } items) break;
            ready = next.After(ready, exchange, items.Count);
        }

        return new StepOutcome { Step = step, Exchanges = pages, WalkProblem = next.Problem, WalkStop = next.Stop };
    }

    /// <summary>The items of a page; null when there is no array where they should be.</summary>
    public static IReadOnlyList<JsonElement>? Items(PageWalk walk, Exchange page) =>
        JsonValues.Find(page.Json, walk.ItemsPointer) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : null;
}
