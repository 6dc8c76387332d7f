using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A list can be walked page by page.</summary>
internal static class PaginationTests
{
    /// <summary>Small, so that few items make several pages.</summary>
    private const int FewItems = 3;
    private const int ManyItems = 100;

    private const string SizeGround = "the page size says where pages end, not what the list holds";

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("pagination-first-page", "The first page is as described",
            (subject, plan) =>
                TestDraft.Of(plan, new TestStep { Name = "list", Request = plan.Request, Shared = true, Assertions = Expect.DescribedOf(plan) })),
        Template("pagination-walk", "Walking the pages gives nothing twice", Walk),
        Template("pagination-sizes", "The whole list is the same at two page sizes", Sizes),
        Template("pagination-page-size", "A page holds no more than was asked for", PageSize),
    ];

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, RequestPlan, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Pagination, Group = subject => Draft(subject, make) };

    private static TestDraft Draft(GroupSubject subject, Func<GroupSubject, RequestPlan, TestDraft> make)
    {
        var lists = subject.Showing(CapabilityIds.Pagination)
            .Where(operation => operation.Method == "GET" && !ThingLookups.ReadsOne(subject.Material.Suppliers.MeaningOf(operation))).ToList();
        var (plan, problem) = subject.Simplest(lists);
        return plan is null
            ? TestDraft.Not(lists.Count > 0
                ? problem!
                : $"The lists of the group '{subject.Name}' are not read with GET.")
            : make(subject, plan);
    }

    private static TestDraft Walk(GroupSubject subject, RequestPlan plan)
    {
        var shape = new ListShape(subject.Material, plan.Operation);
        if (shape.Items is not { } items) return TestDraft.Not($"The answer of {plan.Operation.Id} describes no array of items.");
        if (shape.Walk(items) is not { } walk)
            return TestDraft.Not($"The document does not say how the page after the first of {plan.Operation.Id} is asked for.");
        var usual = Walking("walk", plan, walk);
        return TestDraft.Of(plan, Sized(subject, plan, shape, FewItems) is { } small ? [Walking("small-pages", small, walk), usual] : [usual]);
    }

    private static TestDraft Sizes(GroupSubject subject, RequestPlan plan)
    {
        var shape = new ListShape(subject.Material, plan.Operation);
        if (shape.Items is not { } items) return TestDraft.Not($"The answer of {plan.Operation.Id} describes no array of items.");
        if (shape.Walk(items) is not { } walk)
            return TestDraft.Not($"The document does not say how the page after the first of {plan.Operation.Id} is asked for.");
        if (Sized(subject, plan, shape, FewItems) is not { } small || Sized(subject, plan, shape, ManyItems) is not { } large
            || KeyOf(small, shape) == KeyOf(large, shape))
            return TestDraft.Not($"{plan.Operation.Id} takes no two page sizes.");
        var again = Walking("large-pages", large, walk);
        return TestDraft.Of(plan, Walking("small-pages", small, walk),
            again with { Assertions = [.. again.Assertions, new SameItemsAssertion("small-pages") { Ground = SizeGround } ] });
    }

    private static TestStep Walking(string name, RequestPlan plan, PageWalk walk) => new()
    {
        Name = name,
        Request = plan.Request,
        Walk = walk,
        Assertions = [new PagesAssertion(NoDuplicates: false), new PagesAssertion(NoDuplicates: true)],
    };

    /// <summary>The request with a page size that its schema accepts, as near to one as it allows; null when it takes none.</summary>
    private static RequestPlan? Sized(GroupSubject subject, RequestPlan plan, ListShape shape, int near)
    {
        if (shape.Size is not { } size || !subject.Material.Structure.IsOfType(size.Schema, SpecEngine.JsonTypes.Integer)) return null;
        var schema = subject.Material.Structure.Resolve(size.Schema);
        var value = AsJson.Element(Math.Clamp(near, Math.Max(1, schema["minimum"].GetInt64() ?? 1),
            Math.Max(1, schema["maximum"].GetInt64() ?? long.MaxValue)));
        return subject.Material.Accepts(size.Schema, value) ? plan.WithQuery(size.Name, value) : null;
    }

    private static string KeyOf(RequestPlan plan, ListShape shape) => plan.Request.Query[shape.Size!.Name].GetRawText();

    /// <summary>The smallest page size that its schema accepts; null when it accepts none that is small.</summary>
    private static int? Least(GroupSubject subject, ApiParameter size)
    {
        var schema = subject.Material.Structure.Resolve(size.Schema);
        var least = (int)Math.Clamp(schema["minimum"].GetInt64() ?? 1, 1, 1000);
        return schema["enum"].Children.Select(value => (int)Math.Clamp(value.GetInt64() ?? 0, 0, 1001)).Where(value => value is > 0 and <= 1000)
            .Order().Prepend(least).Select(value => (int?)value).FirstOrDefault(value => subject.Material.Accepts(size.Schema, AsJson.Element(value)));
    }

    private static TestDraft PageSize(GroupSubject subject, RequestPlan plan)
    {
        var shape = new ListShape(subject.Material, plan.Operation);
        if (shape.Size is not { } size || !subject.Material.Structure.IsOfType(size.Schema, SpecEngine.JsonTypes.Integer))
            return TestDraft.Not($"{plan.Operation.Id} takes no page size.");
        if (shape.Items is not { } items) return TestDraft.Not($"The answer of {plan.Operation.Id} describes no array of items.");
        if (Least(subject, size) is not { } least) return TestDraft.Not($"{plan.Operation.Id} takes no small page size.");
        var request = plan.WithQuery(size.Name, AsJson.Element(least)).Request;
        var walk = new PageWalk { Style = PageStyle.Cursor, ItemsPointer = items.ToString(), MaxPages = 1 };
        return TestDraft.Of(plan,
            new TestStep { Name = "list", Request = request, Walk = walk,
            Assertions = [new PagesAssertion(NoDuplicates: false), new PagesAssertion(NoDuplicates: false, MaxItems: least)] });
    }
}
