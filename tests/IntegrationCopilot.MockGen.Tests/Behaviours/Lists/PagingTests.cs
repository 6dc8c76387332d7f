using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Lists of every style are walked to their end: each thing once, none left out, also when some are added on the way.</summary>
public sealed class PagingTests
{
    private const int Made = 7;

    private const string Page = """{ name: page, in: query, schema: { type: integer, minimum: 1 } }, { name: per_page, in: query, schema: { type: integer, maximum: 5 } }""";
    private const string Offset = """{ name: offset, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }""";
    private const string Cursor = """{ name: cursor, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }""";
    private const string Token = """{ name: pageToken, in: query, schema: { type: string } }, { name: pageSize, in: query, schema: { type: integer } }""";
    private const string After = """{ name: starting_after, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }""";

    [Fact]
    public async Task Get_Pages_ByNumber()
    {
        await using var mock = await FilledAsync(Page, "total: { type: integer }, total_pages: { type: integer }");
        var seen = new List<string>();
        for (var page = 1; page <= 5; page++)
        {
            var list = await ListAsync(mock, $"things?per_page=2&page={page}");
            seen.AddRange(Names(list));
            ((int)list["total"]!, (int)list["total_pages"]!).Should().Be((Made, 4));
            if (page == 5) list["data"]!.AsArray().Should().BeEmpty("beyond the end there is nothing");
        }
        seen.Should().Equal(All(Made));
    }

    [Fact]
    public async Task Get_Pages_ByOffset()
    {
        await using var mock = await FilledAsync(Offset, "total: { type: integer }, has_more: { type: boolean }");
        var seen = new List<string>();
        JsonObject list;
        do
        {
            list = await ListAsync(mock, $"things?limit=3&offset={seen.Count}");
            seen.AddRange(Names(list));
        }
        while ((bool)list["has_more"]!);
        seen.Should().Equal(All(Made));
    }

    [Theory]
    [InlineData(Cursor, "next_cursor: { type: [string, \"null\"] }, has_more: { type: boolean }", "next_cursor", "things?limit=2&cursor=")]
    [InlineData(Token, "nextPageToken: { type: string }", "nextPageToken", "things?pageSize=2&pageToken=")]
    public async Task Get_Pages_ByCursor_StayStableWhenThingsAreAdded(string parameters, string envelope, string field, string url)
    {
        await using var mock = await FilledAsync(parameters, envelope);
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var list = await ListAsync(mock, cursor.Length == 0 ? url[..url.IndexOf('&')] : url + Uri.EscapeDataString(cursor));
            seen.AddRange(Names(list));
            if (seen.Count == 2) await AddAsync(mock, Made);
            cursor = (string?)list[field] ?? "";
        }
        while (cursor.Length > 0);
        seen.Should().Equal(All(Made + 1));
    }

    [Fact]
    public async Task Get_Pages_BehindAnItem()
    {
        await using var mock = await FilledAsync(After, "has_more: { type: boolean }");
        var seen = new List<string>();
        var url = "things?limit=3";
        JsonObject list;
        do
        {
            list = await ListAsync(mock, url);
            seen.AddRange(Names(list));
            url = $"things?limit=3&starting_after={list["data"]!.AsArray()[^1]!["id"]}";
        }
        while ((bool)list["has_more"]!);
        seen.Should().Equal(All(Made));
    }

    [Fact]
    public async Task Get_Pages_ByLink()
    {
        await using var mock = await FilledAsync(Page, "links: { type: object, properties: { next: { type: [string, \"null\"] } } }");
        var seen = new List<string>();
        for (var url = "things?per_page=3"; url is not null;)
        {
            var list = await ListAsync(mock, url);
            seen.AddRange(Names(list));
            url = (string?)list["links"]?["next"];
        }
        seen.Should().Equal(All(Made));
    }

    [Fact]
    public async Task Get_CursorNobodyGave_Is400()
    {
        await using var mock = await FilledAsync(Cursor, "next_cursor: { type: [string, \"null\"] }");
        ((int)(await mock.SendAsync("GET", "things?cursor=nonsense", null)).StatusCode).Should().Be(400);
    }

    [Fact]
    public async Task Get_SizeAboveTheMaximum_IsRefusedAndTheDefaultKept()
    {
        await using var mock = await FilledAsync(Page, "total: { type: integer }");
        ((int)(await mock.SendAsync("GET", "things?per_page=6", null)).StatusCode).Should().Be(400);
        Names(await ListAsync(mock, "things?per_page=5")).Should().HaveCount(5);
    }

    private static async Task<MockSession> FilledAsync(string parameters, string envelope)
    {
        var mock = await MockSession.StartAsync($$"""
            openapi: 3.1.0
            info: { title: Things, version: "1" }
            paths:
              /things:
                get:
                  operationId: listThings
                  parameters: [{{parameters}}]
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema: { type: object, required: [data], properties: { data: { type: array, items: { $ref: "#/components/schemas/Thing" } }, {{envelope}} } }
                post:
                  operationId: createThing
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
                  responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
              /things/{thingId}:
                get:
                  operationId: getThing
                  parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]
                  responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
                delete:
                  operationId: deleteThing
                  parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]
                  responses: { "204": { description: gone } }
            components:
              schemas:
                Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            """);
        for (var i = 0; i < Made; i++) await AddAsync(mock, i);
        foreach (var seed in (await ListAsync(mock, "things")).First().Value!.AsArray()
            .Where(t => !((string)t!["name"]!).StartsWith("thing ", StringComparison.Ordinal)).ToList())
            await mock.SendAsync("DELETE", $"things/{seed!["id"]}", null);
        return mock;
    }

    private static async Task AddAsync(MockSession mock, int number) =>
        ((int)(await mock.SendAsync("POST", "things", $$"""{"name":"thing {{number}}"}""")).StatusCode).Should().Be(201);

    private static async Task<JsonObject> ListAsync(MockSession mock, string url)
    {
        var answer = await mock.SendAsync("GET", url, null);
        ((int)answer.StatusCode, answer.Headers.Contains("Mock-Nonconforming")).Should().Be((200, false), url);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    private static IEnumerable<string> Names(JsonObject list) => list["data"]!.AsArray().Select(t => (string)t!["name"]!);

    private static IEnumerable<string> All(int count) => Enumerable.Range(0, count).Select(i => $"thing {i}");
}
