using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges what the walks through lists gave.</summary>
internal static class ListJudges
{
    /// <summary>The same items at another page size: the size says where pages end, not what is on them.</summary>
    public static Judgement Same(SameItemsAssertion assertion, JudgeContext context)
    {
        if (Walks(context, assertion.Step) is not { } walks) return NoWalk(assertion.Step);
        var (mine, other) = (walks.Now.Keys, walks.Before.Keys);
        var isWhole = !walks.Now.IsCut && !walks.Before.IsCut;
        if (!isWhole) (mine, other) = ([.. mine.Take(other.Count)], [.. other.Take(mine.Count)]);
        if (Odd(mine, other) is not { } odd)
            return isWhole ? Judgement.Holds : Judgement.HoldsSoFar($"the first {mine.Count} items were compared, the list goes on");
        var found = $"{mine.Count} items in pages of this size and {other.Count} in those of step '{assertion.Step}' are not the same: {odd} is in one only";
        return isWhole ? Judgement.Fails(found) : Judgement.Doubts($"{found}, as far as both walks went");
    }

    public static Judgement Match(ItemsMatchAssertion assertion, JudgeContext context)
    {
        if (Walks(context, assertion.Step) is not { } walks) return NoWalk(assertion.Step);
        foreach (var item in walks.Now.Items)
            if (!Has(item, assertion))
                return Judgement.Fails($"an item with {assertion.Pointer} {Shown(item, assertion.Pointer)} is listed: {JudgeContext.Short(item)}");
        if (walks.Now.Items.Count > 0) return Judgement.Holds;
        if (walks.Before.Items.Any(item => Has(item, assertion)))
            return Judgement.Fails(
                $"nothing is listed, although the list without the filter has items with {assertion.Pointer} {JudgeContext.Short(assertion.Value)}");
        return walks.Before.Items.Count > 0 || context.IsMock
            ? Judgement.Holds
            : Judgement.CannotTell("the list is empty with the filter and without, so nothing could be seen");
    }

    public static Judgement Ordered(ItemsOrderedAssertion assertion, JudgeContext context)
    {
        var values = ListedItems.Of(context.Outcome)!.Items.Select(item => JsonValues.Find(item, assertion.Pointer)).OfType<JsonElement>()
            .Where(value => value.ValueKind is JsonValueKind.Number or JsonValueKind.String).ToList();
        var steps = values.Zip(values.Skip(1), (left, right) => (left, right, Order: Comparison(left, right))).Where(step => step.Order != 0).ToList();
        if (steps.Count == 0)
        {
            var why = $"no two items listed differ in {assertion.Pointer}, so no order could be seen";
            return context.IsMock || assertion.MayBeAlike ? Judgement.HoldsSoFar(why) : Judgement.CannotTell(why);
        }

        var isDown = assertion.Descending ?? steps[0].Order > 0;
        return steps.Exists(step => step.Order is null)
            ? Judgement.CannotTell($"the values of {assertion.Pointer} have no order")
            : steps.FirstOrDefault(step => step.Order > 0 != isDown) is { Order: not null } wrong
                ? Judgement.Fails($"{JudgeContext.Short(wrong.left)} comes before {JudgeContext.Short(wrong.right)}")
                : Judgement.Holds;
    }

    public static Judgement New(NewItemsAssertion assertion, JudgeContext context)
    {
        if (Walks(context, assertion.Step) is not { } walks) return NoWalk(assertion.Step);
        if (walks.Before.IsCut)
        {
            var limit = $"the list is too long to compare: {walks.Before.Items.Count} items were read, and it goes on";
            return assertion.AtMost == 0 ? Judgement.CannotTell(limit) : Judgement.HoldsSoFar(limit);
        }

        var known = walks.Before.Keys.ToHashSet(StringComparer.Ordinal);
        var made = walks.Now.Keys.Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal).ToList();
        if (made.Count > assertion.AtMost)
            return Judgement.Fails($"{Count(made.Count)} since step '{assertion.Step}', and {Allowed(assertion)}: {string.Join(", ", made.Take(3))}");
        return walks.Now.IsCut ? Judgement.HoldsSoFar($"{walks.Now.Items.Count} items were read, the list goes on") : Judgement.Holds;
    }

    public static Judgement Listed(ListedAssertion assertion, JudgeContext context)
    {
        var filling = new Filling(context.Values);
        var wanted = ListedItems.Text(filling.Json(assertion.Value));
        filling.ThrowIfIncomplete();
        var listed = ListedItems.Of(context.Outcome)!;
        var isThere = listed.Texts.Contains(wanted, StringComparer.Ordinal);
        if (isThere == assertion.Listed) return Judgement.Holds;
        if (isThere) return Judgement.Fails($"{wanted} is listed still");
        return listed.IsCut
            ? Judgement.CannotTell($"{wanted} is not among the {listed.Items.Count} items that were read, and the list goes on")
            : Judgement.Fails($"{wanted} is not among the {listed.Items.Count} items of the list");
    }

    private static (ListedItems Now, ListedItems Before)? Walks(JudgeContext context, string step) =>
        ListedItems.Of(context.Outcome) is { } now && context.Earlier.TryGetValue(step, out var earlier) && ListedItems.Of(earlier) is { } before
            ? (now, before) : null;

    private static Judgement NoWalk(string step) => Judgement.Fails($"this step, or step '{step}', walks through no list");

    /// <summary>An item that one list has and the other has not; null when there is none.</summary>
    private static string? Odd(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Except(right, StringComparer.Ordinal).Concat(right.Except(left, StringComparer.Ordinal)).FirstOrDefault();

    private static bool Has(JsonElement item, ItemsMatchAssertion assertion) =>
        JsonValues.Find(item, assertion.Pointer) is { } value
            && string.Equals(ListedItems.Text(value), ListedItems.Text(assertion.Value), StringComparison.OrdinalIgnoreCase);

    private static string Shown(JsonElement item, string pointer) => JsonValues.Find(item, pointer) is { } value ? JudgeContext.Short(value) : "left out";

    private static string Count(int count) => count == 1 ? "there is 1 new item" : string.Create(CultureInfo.InvariantCulture, $"there are {count} new items");

    private static string Allowed(NewItemsAssertion assertion) => assertion.AtMost == 0 ? "there should be none" : $"there should be {assertion.AtMost}";

    /// <summary>How two values compare: by number, or by time; null when neither will do.</summary>
    private static int? Comparison(JsonElement left, JsonElement right)
    {
        if (left.ValueKind == JsonValueKind.Number && right.ValueKind == JsonValueKind.Number
            && left.TryGetDecimal(out var a) && right.TryGetDecimal(out var b))
            return a.CompareTo(b);
        return SameValues.Moment(left) is { } from && SameValues.Moment(right) is { } to ? from.CompareTo(to) : null;
    }
}
