using FluentAssertions;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>When a mock knows what there is not.</summary>
public sealed class KnownThingsTests
{
    private const string Library = """
        openapi: 3.0.3
        info: { title: Library, version: "1" }
        paths:
          /shelves:
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Shelf" } } } } } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } } }
          /shelves/{shelf}:
            parameters: [{ name: shelf, in: path, required: true, description: name of the shelf, schema: { type: string } }]
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } }, "404": { description: none } } }
          /shelves/{shelf}/settings:
            parameters: [{ name: shelf, in: path, required: true, schema: { type: string } }]
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Settings" } } } }, "404": { description: none } } }
            put:
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Settings" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Settings" } } } } }
          /shelves/{shelf}/sweep:
            parameters: [{ name: shelf, in: path, required: true, schema: { type: string } }]
            post: { responses: { "202": { description: ok }, "404": { description: none } } }
        components:
          schemas:
            Shelf: { type: object, required: [id, name], properties: { id: { type: integer }, name: { type: string } } }
            Settings: { type: object, required: [color], properties: { color: { type: string } } }
        """;

    [Fact]
    public async Task Read_WhatTheDocumentNamesNowhere_Is404BeforeAndAfterAList()
    {
        using var mock = new Talking(Library);
        (await mock.AskAsync("GET /shelves/anything")).Status.Should().Be(404);
        (await mock.AskAsync("GET /shelves")).Json.AsArray().Should().NotBeEmpty();
        (await mock.AskAsync("GET /shelves/anything")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Beneath_WhatIsNotThere_Is404()
    {
        using var mock = new Talking(Library);
        await mock.AskAsync("GET /shelves");
        foreach (var line in (string[])["GET /shelves/anything/settings", "POST /shelves/anything/sweep"])
            (await mock.AskAsync(line)).Status.Should().Be(404, line);
    }

    [Fact]
    public async Task Create_FoundByNameWithAnIdBeside_HasAnIdOfItsOwnAndItsSettings()
    {
        using var mock = new Talking(Library);
        var one = await mock.AskAsync("POST /shelves", """{"name":"north"}""");
        var other = await mock.AskAsync("POST /shelves", """{"name":"south"}""");
        one["id"].Should().NotBe(other["id"]);
        (await mock.AskAsync("GET /shelves/north"))["id"].Should().Be(one["id"]);
        (await mock.AskAsync("GET /shelves/south/settings")).Status.Should().Be(200);
    }
}
