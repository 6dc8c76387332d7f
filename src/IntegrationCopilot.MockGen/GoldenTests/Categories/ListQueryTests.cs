using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A list holds what its query asks for, in the order asked for.</summary>
internal static class ListQueryTests
{
    private const int MostValues = 4;

    /// <summary>Words by which a document says that a flag leaves things out rather than adds them.</summary>
    private static readonly string[] Filtering = ["filter", "only", "whether"];

    public static IReadOnlyList<GoldenTemplate> Templates { get; } =
    [
        Template("pagination-filter", "A filter holds for everything that is listed", Filter),
        Template("pagination-sort", "A list is in the order that was asked for", Sort),
    ];

    private static GoldenTemplate Template(string id, string name, Func<GroupSubject, TestDraft> make) =>
        new() { Id = id, Name = name, Category = TestCategoryIds.Pagination, Group = make };

    private static IEnumerable<Listing> Listings(GroupSubject subject)
    {
        foreach (var operation in subject.Showing(CapabilityIds.Pagination).Where(operation => operation.Method == "GET"))
        {
            if (ThingLookups.ReadsOne(subject.Material.Suppliers.MeaningOf(operation)) || subject.Material.RequestFor(operation).Plan is not { } plan) continue;
            var shape = new ListShape(subject.Material, operation);
            if (shape.Items is { } items && shape.Walk(items) is { } walk) yield return new(subject.Material, plan, walk, shape.FieldsOf(items));
        }
    }

    private static TestDraft Filter(GroupSubject subject)
    {
        foreach (var listing in Listings(subject))
            foreach (var parameter in listing.Plan.Operation.Parameters.Where(listing.IsFree))
                if (listing.FieldOf(parameter.Name) is { } field && Values(listing, parameter, field.Schema) is { Count: > 0 } values)
                    return Filtered(listing, parameter, field.Name, values);
        return TestDraft.Not($"No query parameter of a list of the group '{subject.Name}' is called as a field of its items and has a list of values.");
    }

    private static TestDraft Filtered(Listing listing, ApiParameter parameter, string field, IReadOnlyList<JsonElement> values)
    {
        var pointer = NodePointer.Of(field).ToString();
        var strength = values[0].ValueKind == JsonValueKind.String || Array.Exists(Filtering, word => Says(parameter, word)) ? GroundStrength.Firm
            : GroundStrength.Advisory;
        var steps = values.Select((value, index) => listing.Step($"filtered-{index + 1}", listing.Plan.WithQuery(parameter.Name, value),
            new ItemsMatchAssertion(pointer, value, "all") { Ground = Expect.Place(parameter.Node), Strength = strength }));
        return TestDraft.Of(listing.Plan, [listing.Step("all", listing.Plan), .. steps]);
    }

    /// <summary>The values that both the parameter and the field may have: what else the parameter takes, such as <c>all</c>, is no filter.</summary>
    private static IReadOnlyList<JsonElement> Values(Listing listing, ApiParameter parameter, RawNode field)
    {
        var structure = listing.Material.Structure;
        if (structure.TypesOf(parameter.Schema) == SpecEngine.JsonTypes.Boolean && structure.TypesOf(field) == SpecEngine.JsonTypes.Boolean)
            return [AsJson.Element(true), AsJson.Element(false)];
        var allowed = Listed(structure.Resolve(field)).ToHashSet(StringComparer.Ordinal);
        return [.. Listed(structure.Resolve(parameter.Schema)).Where(allowed.Contains).Take(MostValues)
            .Select(value => AsJson.Element(value))];
    }

    private static IEnumerable<string> Listed(RawNode schema) =>
        schema["enum"].Children.Prepend(schema["const"]).Select(value => value.GetString()).OfType<string>();

    private static TestDraft Sort(GroupSubject subject)
    {
        foreach (var listing in Listings(subject))
            foreach (var parameter in listing.Plan.Operation.Parameters.Where(parameter => listing.IsFree(parameter) && SortValue.IsSort(parameter.Name)))
                if (Sorts(listing, parameter) is { Count: > 0 } sorts)
                    return TestDraft.Of(listing.Plan, [.. sorts.Select((sort, index) => listing.Step($"sorted-{index + 1}",
                        listing.Plan.WithQuery(parameter.Name, AsJson.Element(sort.Value)),
                        new ItemsOrderedAssertion(NodePointer.Of(sort.Field).ToString(), sort.Descending)
                            { Ground = Expect.Place(parameter.Node), MayBeAlike = index > 0 }))]);
        return TestDraft.Not($"No list of the group '{subject.Name}' can be sorted by numbers, dates or moments that a query parameter names.");
    }

    private static List<SortValue> Sorts(Listing listing, ApiParameter parameter)
    {
        var isUp = Says(parameter, "ascending") && !Says(parameter, "descending");
        var isDown = Says(parameter, "descending") && !Says(parameter, "ascending");
        return [.. Listed(listing.Material.Structure.Resolve(parameter.Schema)).Select(value => SortValue.Of(value, listing.FieldOf)).OfType<SortValue>()
            .Where(sort => listing.HasOrder(sort.Field)).OrderBy(sort => listing.IsNumber(sort.Field) ? 0 : 1)
            .Select(sort => sort with { Descending = sort.Descending ?? (isUp ? false : isDown ? true : null) })
            .Take(MostValues)];
    }

    private static bool Says(ApiParameter parameter, string word) => parameter.Description?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A list that can be walked, and the fields of its items.</summary>
    private sealed record Listing(TestMaterial Material, RequestPlan Plan, PageWalk Walk, IReadOnlyDictionary<string, RawNode> Fields)
    {
        private const SpecEngine.JsonTypes Structured = SpecEngine.JsonTypes.Object | SpecEngine.JsonTypes.Array;

        /// <summary>The field of that name, as it is written; null when items have none, or it holds more than one value.</summary>
        public (string Name, RawNode Schema)? FieldOf(string name) =>
            Fields.TryGetValue(name, out var schema) && (Material.Structure.TypesOf(schema) & Structured) == 0
                ? (Fields.First(field => field.Value == schema).Key, schema) : null;

        /// <summary>Whether a query parameter says something of its own, and not where a page begins.</summary>
        public bool IsFree(ApiParameter parameter) => parameter is { Place: ParameterPlace.Query, Deprecated: false }
            && !Plan.Operation.Facts.OfType<PaginationFact>().Any(fact => fact.Position?.Name == parameter.Name || fact.Size?.Name == parameter.Name);

        /// <summary>Whether values of a field have an order that everybody agrees on: texts have not.</summary>
        public bool HasOrder(string field) =>
            IsNumber(field) || (FieldOf(field) is { } found && Material.Structure.Resolve(found.Schema)["format"].GetString() is "date" or "date-time");

        public bool IsNumber(string field) =>
            FieldOf(field) is { } found && Material.Structure.IsOfType(found.Schema, SpecEngine.JsonTypes.Number | SpecEngine.JsonTypes.Integer);

        public TestStep Step(string name, RequestPlan plan, params TestAssertion[] more) => new()
        {
            Name = name,
            Request = plan.Request,
            Walk = Walk,
            Assertions = [new PagesAssertion(NoDuplicates: false) { MayBeEmpty = true }, .. more],
        };
    }
}
