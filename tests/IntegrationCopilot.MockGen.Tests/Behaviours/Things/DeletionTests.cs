namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What is left when something is deleted: nothing, a trace that can be restored, or all of it because other things lie beneath.</summary>
public sealed class DeletionTests
{
    private const string Folders = """
        openapi: 3.1.0
        info: { title: Folders, version: "1" }
        servers: [{ url: https://api.example.com/v1 }]
        paths:
          /folders:
            get: { operationId: listFolders, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Folder" } } } } } } }
            post:
              operationId: createFolder
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Folder" } } } } }
          /folders/{folderId}:
            parameters: [{ name: folderId, in: path, required: true, schema: { type: string } }]
            get: { operationId: getFolder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Folder" } } } } } }
            delete:
              operationId: deleteFolder
              parameters: [{ name: recursive, in: query, schema: { type: boolean } }]
              responses: { "204": { description: gone }, "409": { description: The folder is not empty. } }
          /folders/{folderId}/files:
            parameters: [{ name: folderId, in: path, required: true, schema: { type: string } }]
            get: { operationId: listFiles, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/File" } } } } } } }
            post:
              operationId: createFile
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/File" } } } } }
          /folders/{folderId}/files/{fileId}:
            parameters: [{ name: folderId, in: path, required: true, schema: { type: string } }, { name: fileId, in: path, required: true, schema: { type: string } }]
            get: { operationId: getFile, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/File" } } } } } }
            delete:
              operationId: deleteFile
              parameters: [{ name: permanent, in: query, schema: { type: boolean } }]
              responses: { "204": { description: gone } }
          /folders/{folderId}/files/{fileId}/restore:
            parameters: [{ name: folderId, in: path, required: true, schema: { type: string } }, { name: fileId, in: path, required: true, schema: { type: string } }]
            post: { operationId: restoreFile, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/File" } } } }, "409": { description: It was not deleted. } } }
        components:
          schemas:
            Folder: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            File: { type: object, required: [id, name, deleted_at], properties: { id: { type: string }, name: { type: string }, deleted_at: { type: [string, "null"], format: date-time } } }
        """;

    [Fact]
    public async Task Delete_NotEmpty_Is409UntilItIsInsistedOn()
    {
        using var mock = new Talking(Folders);
        var folder = (await mock.AskAsync("POST /folders", """{"name":"a"}"""))["id"];
        var file = (await mock.AskAsync($"POST /folders/{folder}/files", """{"name":"f"}"""))["id"];
        (await mock.AskAsync($"DELETE /folders/{folder}")).Status.Should().Be(409);
        (await mock.AskAsync($"GET /folders/{folder}/files/{file}")).Status.Should().Be(200, "a refusal changes nothing");
        (await mock.AskAsync($"DELETE /folders/{folder}?recursive=true")).Status.Should().Be(204);
        (await mock.AskAsync($"GET /folders/{folder}/files/{file}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Delete_Empty_IsGone()
    {
        using var mock = new Talking(Folders);
        var folder = (await mock.AskAsync("POST /folders", """{"name":"a"}"""))["id"];
        var file = (await mock.AskAsync($"POST /folders/{folder}/files", """{"name":"f"}"""))["id"];
        await mock.AskAsync($"DELETE /folders/{folder}/files/{file}");
        (await mock.AskAsync($"DELETE /folders/{folder}")).Status.Should().Be(204);
    }

    [Fact]
    public async Task Restore_Deleted_IsThereAgainAsItWas()
    {
        using var mock = new Talking(Folders);
        var folder = (await mock.AskAsync("POST /folders", """{"name":"a"}"""))["id"];
        var made = await mock.AskAsync($"POST /folders/{folder}/files", """{"name":"f"}""");
        made.Json["deleted_at"].Should().BeNull();
        var file = $"/folders/{folder}/files/{made["id"]}";
        (await mock.AskAsync($"POST {file}/restore")).Status.Should().Be(409);
        (await mock.AskAsync($"DELETE {file}")).Status.Should().Be(204);
        ((await mock.AskAsync($"GET {file}")).Status, (await mock.AskAsync($"GET /folders/{folder}/files")).Text).Should().Be((404, "[]"));
        var restored = await mock.AskAsync($"POST {file}/restore");
        (restored.Status, restored["id"], restored["name"], restored.Json["deleted_at"]).Should().Be((200, made["id"], "f", null));
        (await mock.AskAsync($"GET {file}")).Text.Should().Be(restored.Text);
        (await mock.AskAsync($"GET /folders/{folder}/files")).Json.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Delete_ForGood_CannotBeRestored()
    {
        using var mock = new Talking(Folders);
        var folder = (await mock.AskAsync("POST /folders", """{"name":"a"}"""))["id"];
        var (first, second) = ((await mock.AskAsync($"POST /folders/{folder}/files", """{"name":"f"}"""))["id"],
            (await mock.AskAsync($"POST /folders/{folder}/files", """{"name":"g"}"""))["id"]);
        await mock.AskAsync($"DELETE /folders/{folder}/files/{first}?permanent=true");
        (await mock.AskAsync($"POST /folders/{folder}/files/{first}/restore")).Status.Should().Be(404);
        await mock.AskAsync($"DELETE /folders/{folder}/files/{second}");
        (await mock.AskAsync($"DELETE /folders/{folder}/files/{second}")).Status.Should().Be(404);
        (await mock.AskAsync($"DELETE /folders/{folder}/files/{second}?permanent=true")).Status.Should().Be(204, "what is in the bin can be purged");
        (await mock.AskAsync($"POST /folders/{folder}/files/{second}/restore")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Delete_ThingThatAParameterNames_StaysAway()
    {
        using var mock = new Talking(Folders.Replace(
            "name: folderId, in: path, required: true, schema: { type: string } }]",
            "name: folderId, in: path, required: true, schema: { type: string }, example: f1 }]", StringComparison.Ordinal)
            .Replace("properties: { name: { type: string } } } } } }\n      responses: { \"201\"",
                "properties: { name: { type: string }, id: { type: string } } } } } }\n      responses: { \"201\"", StringComparison.Ordinal));
        (await mock.AskAsync("POST /folders", """{"name":"a","id":"f1"}"""))["id"].Should().Be("f1");
        (await mock.AskAsync("DELETE /folders/f1")).Status.Should().Be(204);
        ((await mock.AskAsync("GET /folders/f1")).Status, (await mock.AskAsync("DELETE /folders/f1")).Status).Should().Be((404, 404));
    }
}
