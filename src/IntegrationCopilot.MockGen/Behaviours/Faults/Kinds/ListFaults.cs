using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Lists with pages, filters or an order that are not those asked for.</summary>
internal static class ListFaults
{
    private const string Parameter = "OpenAPI 3.1.1, section 4.8.12 (Parameter Object)";
    private const string Contract = "the API's own description of its pages";
    private const string Again = "again";
    private static readonly FrozenSet<string> Sorting = FrozenSet.Create(StringComparer.Ordinal, "sort", "order", "orderby", "sortby", "sortorder",
        "sortdirection", "direction", "sorting", "ordering");

    public static IReadOnlyList<MockFault> All { get; } =
    [
        new("page-gap", FaultArea.Lists, "Leaves out the first item of every page but the first.", "The pages together hold every item.", Contract, HasPages,
            LaterPages((edit, _) => edit.Items.RemoveAt(0))),
        new("page-overlap", FaultArea.Lists, "Begins every page but the first with an item of the first.", "The pages together hold every item once.",
            Contract, HasPages, LaterPages((edit, first) =>
        {
            if (first.Items.Count > 0) edit.Items.Insert(0, first.Items[^1]?.DeepClone());
        })),
        new("endless-pages", FaultArea.Lists, "Never comes to the last page: after it the first comes again.", "The last page says that none follows.",
            Contract, HasPages, FaultAct.Instead(MockStage.Condition, EndlessAsync)),
        new("page-size-ignored", FaultArea.Lists, "Gives pages of its own size.", "A page holds at most as many items as asked for.", Parameter,
            subject => subject.Paging?.Size is { Place: MessagePlace.Query },
            FaultAct.Rewrite(MockStage.Condition, (site, request) => Without(request, name => name == site.Subject.Paging!.Size!.Name))),
        new("wrong-total", FaultArea.Lists, "Tells a total that is one too high.", "The total is the number of items.", Contract,
            subject => subject.Paging?.Total is not null, FaultAct.SpoilSuccess(WrongTotal)),
        new("filter-ignored", FaultArea.Lists, "Gives all items, whatever is filtered by.", "A list holds only what its filters let through.", Parameter,
            subject => IsList(subject) && Filters(subject).Count > 0,
            FaultAct.Rewrite(MockStage.Condition, (site, request) => Without(request, Filters(site.Subject).Contains))),
        new("sort-ignored", FaultArea.Lists, "Gives items in its own order, whatever is asked for.", "A list has the order that is asked for.", Parameter,
            subject => IsList(subject) && Parameters(subject).Any(IsSort), FaultAct.Rewrite(MockStage.Condition, (_, request) => Without(request, IsSort))),
    ];

    private static bool IsList(FaultSubject subject) => subject.Role == ResourceRole.List;

    private static bool HasPages(FaultSubject subject) => subject.Paging is { Position.Place: MessagePlace.Query };

    private static IEnumerable<string> Parameters(FaultSubject subject) =>
        subject.Operation.Parameters.Where(p => p.Place == ParameterPlace.Query).Select(p => p.Name);

    private static bool IsSort(string name) => Sorting.Contains(Folded(name));

    private static string Folded(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>Query parameters named as fields of the items.</summary>
    private static HashSet<string> Filters(FaultSubject subject)
    {
        if (subject.Resource?.AnswerOf(subject.Operation) is not { Schema.IsDefined: true } answer) return [];
        var fields = FieldPlaces.Within(subject.Spec,
            FieldPlaces.Views(subject.Spec, answer.Schema)).Select(place => Folded(place.Name)).ToHashSet(StringComparer.Ordinal);
        return [.. Parameters(subject)
            .Where(name => fields.Contains(Folded(name)) && !IsSort(name) && name != subject.Paging?.Position?.Name && name != subject.Paging?.Size?.Name)];
    }

    private static RecordedRequest? Without(MockRequest request, Func<string, bool> isDropped) =>
        QueryEdit.Without(request.Message.Url, isDropped) is { } url ? request.Message with { Url = url } : null;

    /// <summary>Whether a request asks for another page than the first.</summary>
    private static bool IsLater(PaginationFact paging, MockRequest request) =>
        paging.Position is { } position && QueryEdit.Value(request.Message.Url, position.Name) is { Length: > 0 } text && paging.Style switch
    {
        PaginationStyle.Page => text != paging.FirstPage.ToString(CultureInfo.InvariantCulture),
        PaginationStyle.Offset => text != "0",
        _ => true,
    };

    private static FaultAct LaterPages(Action<ListEdit, ListEdit> change) => FaultAct.Instead(MockStage.Condition, async (site, request, next) =>
    {
        var reply = await next(request);
        if (!IsLater(site.Subject.Paging!, request) || ListEdit.Of(site.Subject, reply) is not { Items.Count: > 0 } edit) return reply;
        if (ListEdit.Of(site.Subject, await FirstAsync(site, request, next)) is not { } first) return reply;
        change(edit, first);
        return site.Mark(edit.ToReply());
    });

    private static ValueTask<MockReply> FirstAsync(FaultSite site, MockRequest request, MockStep next) =>
        Without(request, name => name == site.Subject.Paging!.Position!.Name) is { } first ? next(request.With(first)) : next(request);

    private static async ValueTask<MockReply> EndlessAsync(FaultSite site, MockRequest request, MockStep next)
    {
        var paging = site.Subject.Paging!;
        var isAgain = QueryEdit.Value(request.Message.Url, paging.Position!.Name) == Again;
        var reply = isAgain ? await FirstAsync(site, request, next) : await next(request);
        if (ListEdit.Of(site.Subject, reply) is not { } edit) return reply;
        if (edit.Items.Count == 0 && IsLater(paging, request)) return site.Mark(await FirstAsync(site, request, next));
        var isChanged = Promise(paging, edit, request);
        return isAgain || isChanged ? site.Mark(edit.ToReply()) : reply;
    }

    /// <summary>Has the last page say that another follows; false when it is not the last.</summary>
    private static bool Promise(PaginationFact paging, ListEdit edit, MockRequest request)
    {
        if (edit.Root is not JsonObject root) return false;
        var changed = false;
        if (paging.NextCursor is { Place: MessagePlace.Body } cursor && root.Find(cursor.Pointer.Tokens).ScalarText() is null or "") changed |= Set(root,
            cursor.Pointer, JsonValue.Create(Again));
        if (paging.More is { Place: MessagePlace.Body } more && IsFalse(root, more)) changed |= Set(root, more.Pointer, JsonValue.Create(true));
        if (paging.NextLink is { Place: MessagePlace.Body } link && root.Find(link.Pointer.Tokens).ScalarText() is null or "")
            changed |= Set(root, link.Pointer, JsonValue.Create(Without(request, name => name == paging.Position!.Name)?.Url ?? request.Message.Url));
        return changed;
    }

    private static bool IsFalse(JsonObject root, MessageField field) => root.Find(field.Pointer.Tokens)?.GetValueKind() == System.Text.Json.JsonValueKind.False;

    private static bool Set(JsonObject root, NodePointer pointer, JsonNode value)
    {
        root.Set(pointer.Tokens, value);
        return true;
    }

    private static MockReply? WrongTotal(FaultSite site, MockReply reply)
    {
        var total = site.Subject.Paging!.Total!;
        if (total.Place == MessagePlace.Header) return int.TryParse(reply.Field(total.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? reply.With(total.Name, (told + 1).ToString(CultureInfo.InvariantCulture)) : null;
        if (JsonTrees.Parse(reply.Body) is not JsonObject root || root.Find(total.Pointer.Tokens) is not JsonValue value
            || !value.TryGetValue<long>(out var number)) return null;
        root.Set(total.Pointer.Tokens, JsonValue.Create(number + 1));
        return reply with { Body = JsonTrees.Write(root) };
    }
}
