namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Operations on several things at once.</summary>
public sealed class ManyThingsTests
{
    private const string Tags = """
        openapi: 3.1.0
        info: { title: Tags, version: "1" }
        paths:
          /tags:
            get:
              operationId: listTags
              parameters: [{ name: colour, in: query, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Tags" } } } } }
            post:
              operationId: createTag
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewTag" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Tag" } } } }, "409": { description: A tag with this name already exists. } }
            patch:
              operationId: updateTags
              requestBody: { required: true, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Tag" } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Tags" } } } } }
            put:
              operationId: putTags
              requestBody: { required: true, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/NewTag" } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Tags" } } } } }
            delete:
              operationId: deleteTags
              parameters: [{ name: ids, in: query, schema: { type: array, items: { type: string } } }, { name: colour, in: query, schema: { type: string } }, { name: older_than, in: query, schema: { type: string } }]
              responses: { "200": { description: gone, content: { application/json: { schema: { type: object, required: [deleted], properties: { deleted: { type: integer } } } } } } }
          /tags/{tagId}:
            parameters: [{ name: tagId, in: path, required: true, schema: { type: string } }]
            get: { operationId: getTag, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Tag" } } } } } }
            delete: { operationId: deleteTag, responses: { "204": { description: gone } } }
          /tags/bulk:
            post:
              operationId: createTags
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [tags], properties: { tags: { type: array, items: { $ref: "#/components/schemas/NewTag" } } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Tags" } } } } }
          /tags/bulk-delete:
            post:
              operationId: deleteManyTags
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [ids], properties: { ids: { type: array, items: { type: string } } } } } } }
              responses: { "204": { description: gone } }
        components:
          schemas:
            NewTag: { type: object, required: [name], properties: { name: { type: string }, colour: { type: string } } }
            Tag: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string }, colour: { type: string } } }
            Tags: { type: object, required: [tags], properties: { tags: { type: array, items: { $ref: "#/components/schemas/Tag" } } } }
        """;

    private static async Task<(Talking Mock, List<string> Ids)> StartAsync()
    {
        var mock = new Talking(Tags);
        await mock.AskAsync("DELETE /tags");
        var made = await mock.AskAsync(
            "POST /tags/bulk", """{"tags":[{"name":"a","colour":"red"},{"name":"b","colour":"blue"},{"name":"c","colour":"red"}]}""");
        made.Status.Should().Be(201);
        return (mock, [.. made.Json["tags"]!.AsArray().Select(t => t!["id"].ScalarText()!)]);
    }

    private static async Task<string> NamesAsync(Talking mock) =>
        string.Join(',', (await mock.AskAsync("GET /tags")).Json["tags"]!.AsArray().Select(t => t!["name"].ScalarText()));

    [Fact]
    public async Task Post_Several_EachIsMade()
    {
        var (mock, ids) = await StartAsync();
        using var own = mock;
        ids.Should().OnlyHaveUniqueItems().And.HaveCount(3);
        ((await mock.AskAsync($"GET /tags/{ids[1]}"))["name"], await NamesAsync(mock)).Should().Be(("b", "a,b,c"));
    }

    [Fact]
    public async Task Patch_Several_EachIsChanged()
    {
        var (mock, ids) = await StartAsync();
        using var own = mock;
        var changed = await mock.AskAsync("PATCH /tags", $$"""[{"id":"{{ids[0]}}","name":"x"},{"id":"{{ids[2]}}","name":"z"}]""");
        (changed.Json["tags"]!.AsArray().Count, await NamesAsync(mock), (await mock.AskAsync($"GET /tags/{ids[0]}"))["colour"]).Should()
            .Be((2, "x,b,z", "red"));
        (await mock.AskAsync("PATCH /tags", """[{"id":"nothing","name":"x"}]""")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Put_SeveralWithoutIdentifiers_AreMade()
    {
        var (mock, _) = await StartAsync();
        using var own = mock;
        (await mock.AskAsync("PUT /tags", """[{"name":"x"},{"name":"y"}]""")).Json["tags"]!.AsArray().Select(t => t!["id"].ScalarText()).Should()
            .OnlyHaveUniqueItems().And.NotContainNulls();
        (await NamesAsync(mock)).Should().Be("a,b,c,x,y");
    }

    [Theory]
    [InlineData("DELETE /tags?ids={0},{2}", null, "b", 2)]
    [InlineData("DELETE /tags?colour=red", null, "b", 2)]
    [InlineData("DELETE /tags?older_than=2020-01-01", null, "a,b,c", 0)]
    [InlineData("DELETE /tags", null, "", 3)]
    [InlineData("POST /tags/bulk-delete", "{{\"ids\":[\"{1}\",\"unknown\"]}}", "a,c", null)]
    public async Task Delete_Several_OnlyTheyGo(string line, string? body, string left, int? count)
    {
        var (mock, ids) = await StartAsync();
        using var own = mock;
        var gone = await mock.AskAsync(string.Format(null, line, [.. ids]), body is null ? null : string.Format(null, body, [.. ids]));
        (await NamesAsync(mock)).Should().Be(left);
        if (count is not null) gone["deleted"].Should().Be($"{count}");
    }

    [Fact]
    public async Task Post_NameThatIsTaken_Is409()
    {
        var (mock, ids) = await StartAsync();
        using var own = mock;
        ((await mock.AskAsync("POST /tags", """{"name":"a"}""")).Status, (await mock.AskAsync("POST /tags", """{"name":"d","colour":"red"}""")).Status).Should()
            .Be((409, 201));
        await mock.AskAsync($"DELETE /tags/{ids[0]}");
        (await mock.AskAsync("POST /tags", """{"name":"a"}""")).Status.Should().Be(201);
    }

    [Fact]
    public async Task Post_NameThatTheDocumentShows_MayBeSentAgain()
    {
        using var mock = new Talking(
            Tags.Replace("NewTag: { type: object,", "NewTag: { type: object, example: { name: shown },", StringComparison.Ordinal));
        (await mock.AskAsync("POST /tags", """{"name":"shown"}""")).Status.Should().Be(201);
        (await mock.AskAsync("POST /tags", """{"name":"shown"}""")).Status.Should().Be(201, "whoever follows the document sends it");
    }

    [Fact]
    public async Task Put_ListWithOneThing_IsReadAsAListWithOneThing()
    {
        using var mock = new Talking("""
            openapi: 3.1.0
            info: { title: Books, version: "1" }
            paths:
              /Books:
                get: { operationId: getBooks, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } } } } }
                put:
                  operationId: createBooks
                  requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } } }
                  responses: { "200": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } } } }
              /Books/{BookID}:
                parameters: [{ name: BookID, in: path, required: true, schema: { type: string, format: uuid } }]
                get: { operationId: getBook, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } } } } }
                post:
                  operationId: updateBook
                  requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } } }
                  responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Books" } } } } }
            components:
              schemas:
                Book: { type: object, properties: { BookID: { type: string, format: uuid }, Name: { type: string } } }
                Books: { type: object, properties: { Books: { type: array, items: { $ref: "#/components/schemas/Book" } } } }
            """);
        var made = await mock.AskAsync("PUT /Books", """{"Books":[{"Name":"a"},{"Name":"b"}]}""");
        var id = made.Json["Books"]![1]!["BookID"].ScalarText();
        var read = (await mock.AskAsync($"GET /Books/{id}")).Json["Books"]!.AsArray();
        (read.Count, read[0]!["Name"].ScalarText()).Should().Be((1, "b"));
        await mock.AskAsync($"POST /Books/{id}", """{"Books":[{"Name":"c"}]}""");
        (await mock.AskAsync($"GET /Books/{id}")).Json["Books"]![0]!["Name"].ScalarText().Should().Be("c");
    }
}
