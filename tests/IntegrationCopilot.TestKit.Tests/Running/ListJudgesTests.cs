using IntegrationCopilot.MockGen;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Each judge of lists sees an API that does it right, and one that does not.</summary>
public sealed class ListJudgesTests
{
    private static readonly PageWalk Whole = new() { Style = PageStyle.Cursor, ItemsPointer = "", KeyPointer = "/id" };

    private const string Right = """[{ "id": 1, "n": 1, "at": "2026-01-01", "kind": "a" }, { "id": 2, "n": 10, "at": "2026-01-02", "kind": "a" }]""";

    public static TheoryData<string, string, TestAssertion, CaseStatus, string> Judged { get; } = new()
    {
        { Right, Right, new SameItemsAssertion("first"), CaseStatus.Pass, "" },
        { Right, """[{ "id": 2 }, { "id": 1 }]""", new SameItemsAssertion("first"), CaseStatus.Pass, "" },
        { Right, """[{ "id": 1 }]""", new SameItemsAssertion("first"), CaseStatus.Fail, "2 is in one only" },
        { Right, Right, new ItemsMatchAssertion("/kind", Json("\"A\""), "first"), CaseStatus.Pass, "" },
        { Right, """[{ "id": 1, "kind": "b" }]""", new ItemsMatchAssertion("/kind", Json("\"a\""), "first"), CaseStatus.Fail,
            "an item with /kind \"b\" is listed" },
        { Right, """[{ "id": 1 }]""", new ItemsMatchAssertion("/kind", Json("\"a\""), "first"), CaseStatus.Fail, "left out is listed" },
        { Right, "[]", new ItemsMatchAssertion("/kind", Json("\"a\""), "first"), CaseStatus.Fail, "nothing is listed, although" },
        { Right, "[]", new ItemsMatchAssertion("/kind", Json("\"z\""), "first"), CaseStatus.Pass, "" },
        { Right, Right, new ItemsOrderedAssertion("/n", false), CaseStatus.Pass, "" },
        { Right, Right, new ItemsOrderedAssertion("/at"), CaseStatus.Pass, "" },
        { Right, Right, new ItemsOrderedAssertion("/n", true), CaseStatus.Fail, "1 comes before 10" },
        { Right, """[{ "n": 1 }, { "n": 3 }, { "n": 2 }]""", new ItemsOrderedAssertion("/n"), CaseStatus.Fail, "3 comes before 2" },
        { Right, Right, new NewItemsAssertion("first", 0), CaseStatus.Pass, "" },
        { Right, """[{ "id": 3 }, { "id": 1 }]""", new NewItemsAssertion("first", 1), CaseStatus.Pass, "" },
        { Right, """[{ "id": 3 }, { "id": 1 }]""", new NewItemsAssertion("first", 0), CaseStatus.Fail, "there is 1 new item since step 'first'" },
        { Right, Right, new ListedAssertion(Json("\"2\""), true), CaseStatus.Pass, "" },
        { Right, Right, new ListedAssertion(Json("3"), true), CaseStatus.Fail, "3 is not among the 2 items of the list" },
        { Right, Right, new ListedAssertion(Json("2"), false), CaseStatus.Fail, "2 is listed still" },
    };

    [Theory, MemberData(nameof(Judged))]
    public async Task Of_TwoLists_HoldsOrTeaches(string first, string second, TestAssertion assertion, CaseStatus expected, string reason)
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync(number == 1 ? first : second));
        var result = await RunDirectlyAsync(api, Case(Get("first") with { Walk = Whole }, Get("second", assertion) with { Walk = Whole }));
        result.Status.Should().Be(expected, result.Reason);
        if (reason.Length > 0) result.Reason.Should().Contain(reason);
    }

    [Fact]
    public async Task Ordered_NothingDiffers_HasNoVerdict()
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Response.WriteAsync("""[{ "n": 1 }, { "n": 1 }]"""));
        var result = await RunAsync(api, Case(Get("list", new ItemsOrderedAssertion("/n")) with { Walk = Whole }));
        result.Status.Should().Be(CaseStatus.NoVerdict, result.Reason);
    }

    [Fact]
    public async Task New_ListIsTooLong_HasNoVerdict()
    {
        var endless = new PageWalk { Style = PageStyle.Page, ItemsPointer = "", Parameter = "page", KeyPointer = "/id", Start = 1, MaxPages = 2 };
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync($$"""[{ "id": {{number}} }]"""));
        var result = await RunDirectlyAsync(
            api, Case(Get("first") with { Walk = endless }, Get("second", new NewItemsAssertion("first", 0)) with { Walk = endless }));
        result.Status.Should().Be(CaseStatus.NoVerdict);
        result.Reason.Should().Contain("too long to compare");
    }
}
