using IntegrationCopilot.MockGen;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

public sealed class PageWalkTests
{
    private static readonly PageWalk Cursor =
        new() { Style = PageStyle.Cursor, ItemsPointer = "/items", Parameter = "cursor", NextPointer = "/next", KeyPointer = "/id" };

    [Fact]
    public async Task Walk_Cursors_EndsWhereTheListDoes()
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync(number switch
        {
            1 => """{ "items": [{ "id": 1 }], "next": "a b" }""",
            _ => """{ "items": [{ "id": 2 }], "next": null }""",
        }));
        var result = await RunDirectlyAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
        api.Requests.Select(request => request.Url).Should().Equal("/items", "/items?cursor=a%20b");
    }

    [Fact]
    public async Task Walk_CursorThatIsNoText_DoesNotEndTheRun()
    {
        await using var api = await TestApi.StartAsync(
            (number, context) => context.Response.WriteAsync(number == 1 ? """{ "items": [{ "id": 1 }], "next": "\ud800" }""" : """{ "items": [] }"""));
        var result = await RunDirectlyAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
        api.Requests.Last().Url.Should().Be("/items?cursor=%EF%BF%BD");
    }

    [Fact]
    public async Task Walk_ItemComesTwice_FailsAndNamesIt()
    {
        await using var api = await TestApi.StartAsync(
            (number, context) => context.Response.WriteAsync(number < 3 ? """{ "items": [{ "id": 1 }], "next": "x" }""" : """{ "items": [] }"""));
        var result = await RunDirectlyAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.Fail);
        result.Reason.Should().Contain("the item with /id 1 is on page 1 and again on page 2");
    }

    [Fact]
    public async Task Walk_NeverEnds_IsCut()
    {
        await using var api = await TestApi.StartAsync(
            (number, context) => context.Response.WriteAsync($$"""{ "items": [{ "id": {{number}} }], "next": "more-{{number}}" }"""));
        var result = await RunDirectlyAsync(api, Walk(Cursor with { MaxPages = 3 }));
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
        result.Assertions.Single().Description.Should().Contain("the walk was cut after 3 pages, the list goes on");
        api.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Walk_EmptyPagesNameEverMore_WarnsAndEnds()
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync($$"""{ "items": [], "next": "more-{{number}}" }"""));
        var result = await RunDirectlyAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.Warn);
        result.Reason.Should().Contain("empty pages follow one another");
        api.Requests.Count.Should().BeLessThan(10);
    }

    [Fact]
    public async Task Walk_EmptyPageInTheMiddle_GoesOn()
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync(number switch
        {
            1 => """{ "items": [], "next": "a" }""",
            _ => """{ "items": [{ "id": 2 }], "next": null }""",
        }));
        var result = await RunDirectlyAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
        api.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Walk_CursorComesAgain_FailsAndEnds()
    {
        await using var api = await TestApi.StartAsync(
            (number, context) => context.Response.WriteAsync($$"""{ "items": [{ "id": {{number}} }], "next": "more" }"""));
        var result = await RunDirectlyAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.Fail);
        result.Reason.Should().Contain("leads to a page that was there before (/items?cursor=more)");
        api.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Walk_LinkLeadsToAnotherServer_HasNoVerdictAndSendsNoCredentialsThere()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.Headers.Link = "<http://elsewhere.example/items?p=2>; rel=\"next\"";
            return context.Response.WriteAsync("[{ \"id\": 1 }]");
        });
        var result = await RunAsync(api, Walk(new PageWalk { Style = PageStyle.Link, ItemsPointer = "" }));
        result.Status.Should().Be(CaseStatus.NoVerdict);
        result.Reason.Should().Contain("leads to http://elsewhere.example");
    }

    [Fact]
    public async Task Walk_Offsets_GrowByWhatCame()
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync(number == 1 ? "[1,2,3]" : "[]"));
        var result = await RunDirectlyAsync(api, Walk(new PageWalk { Style = PageStyle.Offset, ItemsPointer = "", Parameter = "offset" }));
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
        api.Requests.Last().Url.Should().Be("/items?offset=3");
    }

    [Theory]
    [InlineData(200, """{ "items": [] }""", "the list holds no item")]
    [InlineData(200, "{}", "the list holds no item")]
    [InlineData(404, "", "404 Not Found")]
    public async Task Walk_RealApiShowsNothing_HasNoVerdict(int status, string body, string reason)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        var result = await RunAsync(api, Walk(Cursor));
        result.Status.Should().Be(CaseStatus.NoVerdict);
        result.Reason.Should().Contain(reason);
    }

    private static GoldenTest Walk(PageWalk walk) => Case(Get("walk", new PagesAssertion(NoDuplicates: true)) with { Walk = walk });
}
