using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Lists that nothing but an example fills are paged, filtered and told the end of like others.</summary>
public sealed class ShownListTests
{
    private const string Number = "{ name: page, in: query, schema: { type: integer } }, { name: page_size, in: query, schema: { type: integer } }";
    private const string Cursor = "{ name: cursor, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }";
    private const string Shown = """{ data: [{ id: 1, kind: a }, { id: 2, kind: b }, { id: 2, kind: b }, { id: 3, kind: a }], next: "https://example.com/x?cursor=9", total: 50 }""";

    [Theory]
    [InlineData("page_size=2&page=1", new[] { 1, 2 })]
    [InlineData("page_size=2&page=2", new[] { 3 })]
    [InlineData("page_size=2&page=3", new int[0])]
    [InlineData("kind=a", new[] { 1, 3 })]
    [InlineData("sort=-id", new[] { 3, 2, 1 })]
    [InlineData("", new[] { 1, 2, 3 })]
    public async Task Get_ListOfAnExample_GivesThePageThatIsAskedFor(string query, int[] expected)
    {
        await using var mock = await StartAsync(Number);
        var list = await ListAsync(mock, $"things/search?{query}");
        list["data"]!.AsArray().Select(item => (int)item!["id"]!).Should().Equal(expected);
    }

    [Fact]
    public async Task Get_ListOfAnExample_TellsTheTruthAboutPages()
    {
        await using var mock = await StartAsync(Cursor);
        var first = await ListAsync(mock, "things/search?limit=2");
        ((int)first["total"]!).Should().Be(3);
        var next = (string)first["next"]!;
        var last = await ListAsync(mock, new Uri(next).PathAndQuery[1..]);
        last["data"]!.AsArray().Select(item => (int)item!["id"]!).Should().Equal(3);
        last["next"].Should().BeNull("there is no further page");
    }

    [Fact]
    public async Task Get_AskedForAnExample_GivesItUntouched()
    {
        await using var mock = await StartAsync(Number);
        using var request = new HttpRequestMessage(HttpMethod.Get, "things/search?page_size=1");
        request.Headers.Add("Prefer", "example=shown");
        using var answer = await mock.Client.SendAsync(request);
        var list = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        list["data"]!.AsArray().Count.Should().Be(4);
    }

    private static Task<MockSession> StartAsync(string parameters) => MockSession.StartAsync($$"""
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        paths:
          /things/search:
            get:
              parameters: [{{parameters}}, { name: kind, in: query, schema: { type: string } }, { name: sort, in: query, schema: { type: string } }]
              responses:
                "200":
                  description: found
                  content:
                    application/json:
                      schema: { type: object, properties: { data: { type: array, items: { type: object, properties: { id: { type: integer }, kind: { type: string } } } }, next: { type: [string, "null"] }, total: { type: integer } } }
                      examples: { shown: { value: {{Shown}} } }
        """);

    private static async Task<JsonNode> ListAsync(MockSession mock, string url) => JsonNode.Parse(await mock.Client.GetStringAsync(url))!;
}
