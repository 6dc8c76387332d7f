using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Judges a walk through a list. A page may leave its items out when it has none; whether it may is for <see cref="ConformsAssertion"/> to say.
/// </summary>
internal static class PagesJudge
{
    public static string Describe(PagesAssertion assertion) =>
        $"every page is a success{(assertion.MaxItems is { } max ? $" of at most {max} items" : "")}{(assertion.NoDuplicates ? ", and no item comes twice" : "")}";

    public static Judgement Judge(PagesAssertion assertion, JudgeContext context)
    {
        if (context.Outcome.Step.Walk is not { } walk) return Judgement.Fails("the step walks through no list");
        if (Untold(assertion, walk, context) is { } untold) return Judgement.CannotTell(untold);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, page) in context.Outcome.Exchanges.Index())
        {
            if (Page(assertion, walk, page, index + 1, seen) is { } broken)
                return Judgement.Fails(broken) with { Exchange = page };
        }

        if (context.Outcome.WalkProblem is { } problem) return Judgement.Fails(problem);
        if (context.Outcome.WalkStop is { } stop) return Judgement.CannotTell(stop);
        if (context.Outcome.WalkDoubt is { } doubt && assertion.NoDuplicates) return Judgement.Doubts(doubt);
        return context.Outcome.WalkIsCut && walk.MaxPages > 1
            ? Judgement.HoldsSoFar($"the walk was cut after {context.Outcome.Exchanges.Count} pages, the list goes on") : Judgement.Holds;
    }

    /// <summary>Why the walk tells nothing about the list of a real API; null when it does. Our own mock has items, and lets us in.</summary>
    private static string? Untold(PagesAssertion assertion, PageWalk walk, JudgeContext context)
    {
        var pages = context.Outcome.Exchanges;
        if (context.IsMock || context.Outcome.WalkProblem is not null) return null;
        if (pages is [{ Response.Status: >= 400 and < 500 and not 405 and not 406 } refused, ..]) return JudgeContext.Describe(refused);
        return !assertion.MayBeEmpty && pages.All(page => page.Response?.Status is >= 200 and < 300 && HasNoItems(walk, page))
            ? "the list holds no item, so there was nothing to walk through" : null;
    }

    private static bool HasNoItems(PageWalk walk, Exchange page) =>
        page.Response!.Body.Length == 0 || JsonValues.Find(page.Json, walk.ItemsPointer) is null or { ValueKind: JsonValueKind.Null }
            || PageWalker.Items(walk, page) is { Count: 0 };

    private static string? Page(PagesAssertion assertion, PageWalk walk, Exchange page, int number, Dictionary<string, int> seen)
    {
        if (page.Response?.Status is not (>= 200 and < 300)) return $"page {number}: {JudgeContext.Describe(page)}";
        if (page.Response.Body.Length == 0) return null;
        if (JsonValues.Find(page.Json, walk.ItemsPointer) is null or { ValueKind: JsonValueKind.Null }) return null;
        if (PageWalker.Items(walk, page) is not { } items) return $"page {number} has no array of items at {BodyJudges.Place(walk.ItemsPointer)}";
        if (items.Count > assertion.MaxItems) return $"page {number} has {items.Count} items, and {assertion.MaxItems} were asked for at most";
        if (!assertion.NoDuplicates) return null;
        var keys = items.Select(item => (JsonValues.Find(item, walk.KeyPointer ?? "") ?? item).GetRawText()).ToList();
        return MayBeAlike(walk, keys) ? null : Duplicate(walk, keys, number, seen);
    }

    /// <summary>Whether nothing tells the items apart: none has a name, and two of one page are the same.</summary>
    private static bool MayBeAlike(PageWalk walk, List<string> keys) => walk.KeyPointer is null && keys.Distinct(StringComparer.Ordinal).Count() < keys.Count;

    private static string? Duplicate(PageWalk walk, List<string> keys, int number, Dictionary<string, int> seen)
    {
        foreach (var key in keys)
        {
            if (seen.TryGetValue(key, out var before))
                return walk.KeyPointer is null
                    ? $"an item of page {before} comes again on page {number}"
                    : $"the item with {walk.KeyPointer} {key} is on page {before} and again on page {number}";
            seen.Add(key, number);
        }

        return null;
    }
}
