using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Cases of faults that show in what is there afterwards.</summary>
internal static class StateFaultCases
{
    private const int MaxPages = 20;

    public static IEnumerable<FaultCase> Cases { get; } =
    [
        Case("delete-without-effect", "404", "200", async probe =>
        {
            var id = await CreateAsync(probe, "a");
            await probe.StatusAsync("DELETE", $"widgets/{id}");
            return await probe.StatusAsync("GET", $"widgets/{id}");
        }),
        Case("deleted-still-listed", "0", "1", async probe =>
        {
            var id = await CreateAsync(probe, "a");
            await probe.StatusAsync("DELETE", $"widgets/{id}");
            (await probe.StatusAsync("GET", $"widgets/{id}")).Should().Be("404");
            return await TimesListedAsync(probe, id);
        }),
        Case("update-without-effect", "b", "a", async probe =>
        {
            var id = await CreateAsync(probe, "a");
            (await probe.JsonAsync("PATCH", $"widgets/{id}", """{"name":"b"}"""))["name"]!.GetValue<string>().Should().Be("b");
            return await FieldAsync(probe, id, "name");
        }),
        Case("patch-replaces", "red", "none", async probe =>
        {
            var id = await CreateAsync(probe, "a", "red");
            await probe.StatusAsync("PATCH", $"widgets/{id}", """{"name":"b"}""");
            return await FieldAsync(probe, id, "color");
        }),
        Case("put-merges", "none", "red", async probe =>
        {
            var id = await CreateAsync(probe, "a", "red");
            await probe.StatusAsync("PUT", $"widgets/{id}", """{"name":"b"}""");
            return await FieldAsync(probe, id, "color");
        }),
        Case("created-not-listed", "1", "0", async probe => await TimesListedAsync(probe, await CreateAsync(probe, "a"))),
        Case("read-returns-another", "the one asked for", "another", async probe =>
        {
            await CreateAsync(probe, "a");
            return await FieldAsync(probe, await CreateAsync(probe, "b"), "name") == "b" ? "the one asked for" : "another";
        }),
        Case("identifier-changes", "same", "another", async probe =>
        {
            var id = await CreateAsync(probe, "a");
            return (await probe.JsonAsync("PATCH", $"widgets/{id}", """{"name":"b"}"""))["id"]!.GetValue<string>() == id ? "same" : "another";
        }),
        Case("duplicate-accepted", "409", "201", async probe =>
        {
            await probe.StatusAsync("POST", "slots", """{"code":"A1"}""");
            return await probe.StatusAsync("POST", "slots", """{"code":"A1"}""");
        }),
        Case("page-gap", "each once", "missing", WalkAsync),
        Case("page-overlap", "each once", "twice", WalkAsync),
        Case("endless-pages", "each once", "endless", WalkAsync),
        Case("page-size-ignored", "1", "more", async probe =>
        {
            await FillAsync(probe);
            return Items(await probe.JsonAsync("GET", "widgets?limit=1")).Count == 1 ? "1" : "more";
        }),
        Case("wrong-total", "True", "False", async probe =>
        {
            await FillAsync(probe);
            var list = await probe.JsonAsync("GET", "widgets?limit=100");
            return (list["total"]!.GetValue<int>() == Items(list).Count).ToString();
        }),
        Case("filter-ignored", "only red", "others", async probe =>
        {
            await CreateAsync(probe, "a", "red");
            await CreateAsync(probe, "b", "blue");
            return Items(await probe.JsonAsync("GET", "widgets?color=red")).All(item => item!["color"]?.GetValue<string>() == "red") ? "only red" : "others";
        }),
        Case("sort-ignored", "a,b", "b,a", async probe =>
        {
            await CreateAsync(probe, "b");
            await CreateAsync(probe, "a");
            var names = Items(await probe.JsonAsync("GET", "widgets?sort=name")).Select(item => item!["name"]!.GetValue<string>());
            return string.Join(',', names.Where(name => name is "a" or "b"));
        }),
    ];

    private static FaultCase Case(string fault, string right, string wrong, Func<FaultProbe, Task<string>> look) =>
        new(fault, right, wrong, Remembering.Document, look);

    private static async Task<string> CreateAsync(FaultProbe probe, string name, string? color = null)
    {
        var made = await probe.JsonAsync("POST", "widgets", color is null ? $$"""{"name":"{{name}}"}""" : $$"""{"name":"{{name}}","color":"{{color}}"}""");
        return made["id"]!.GetValue<string>();
    }

    private static async Task FillAsync(FaultProbe probe)
    {
        for (var i = 0; i < 5; i++) await CreateAsync(probe, $"w{i}");
    }

    private static JsonArray Items(JsonNode list) => list["items"]!.AsArray();

    private static async Task<string> FieldAsync(FaultProbe probe, string id, string field) =>
        (await probe.JsonAsync("GET", $"widgets/{id}"))[field]?.GetValue<string>() ?? "none";

    private static async Task<string> TimesListedAsync(FaultProbe probe, string id) =>
        Items(await probe.JsonAsync("GET",
            "widgets?limit=100")).Count(item => item!["id"]!.GetValue<string>() == id).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Goes from page to page until one is empty.</summary>
    private static async Task<string> WalkAsync(FaultProbe probe)
    {
        await FillAsync(probe);
        var all = Items(await probe.JsonAsync("GET", "widgets?limit=100")).Select(item => item!["id"]!.GetValue<string>()).ToList();
        var seen = new List<string>();
        for (var page = 0; ; page++)
        {
            if (page == MaxPages) return "endless";
            var items = Items(await probe.JsonAsync("GET", $"widgets?limit=2&offset={page * 2}"));
            if (items.Count == 0) break;
            seen.AddRange(items.Select(item => item!["id"]!.GetValue<string>()));
        }
        return seen.Count > seen.Distinct().Count() ? "twice" : seen.Count < all.Count ? "missing" : "each once";
    }
}
