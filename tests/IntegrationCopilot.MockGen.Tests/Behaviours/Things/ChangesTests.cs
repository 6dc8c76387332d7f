namespace IntegrationCopilot.MockGen.Tests;

/// <summary>PATCH and PUT as their media types and the document have them.</summary>
public sealed class ChangesTests
{
    private const string Notes = """
        openapi: 3.1.0
        info: { title: Notes, version: "1" }
        paths:
          /notes:
            get: { operationId: listNotes, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Note" } } } } } } }
            post:
              operationId: createNote
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } }
          /notes/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getNote, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } } }
            put:
              operationId: putNote
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, "PUT": { description: x } }
            patch:
              operationId: patchNote
              requestBody:
                required: true
                content:
                  application/json: { schema: { type: object } }
                  application/merge-patch+json: { schema: { type: object } }
                  application/json-patch+json: { schema: { type: array, items: { type: object } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, "422": { description: bad } }
        components:
          schemas:
            Note:
              type: object
              required: [id, text]
              properties:
                id: { type: string, readOnly: true }
                text: { type: string }
                title: { type: [string, "null"] }
                secret: { type: string, writeOnly: true }
                owner: { type: object, properties: { name: { type: string }, pin: { type: string, writeOnly: true } } }
                words: { type: integer, readOnly: true }
        """;

    private static string Document(string status) =>
        Notes.Replace("\"PUT\": { description: x }", $"\"{status}\": {{ description: it }}", StringComparison.Ordinal);

    [Fact]
    public async Task Put_NotThere_IsMadeOrRefusedAsTheDocumentSays()
    {
        using var makes = new Talking(Document("201"));
        await makes.AskAsync("POST /notes", """{"text":"a"}""");
        (await makes.AskAsync("PUT /notes/n9", """{"text":"b"}""")).Status.Should().Be(201);
        var again = await makes.AskAsync("PUT /notes/n9", """{"text":"c"}""");
        (again.Status, (await makes.AskAsync("GET /notes/n9"))["text"], (await makes.AskAsync("GET /notes")).Text.Contains("\"n9\"", StringComparison.Ordinal))
            .Should().Be((200, "c", true));
        using var refuses = new Talking(Document("404"));
        await refuses.AskAsync("POST /notes", """{"text":"a"}""");
        ((await refuses.AskAsync("PUT /notes/n9", """{"text":"b"}""")).Status, (await refuses.AskAsync("GET /notes/n9")).Status).Should().Be((404, 404));
    }

    [Fact]
    public async Task Patch_MergePatch_NullTakesAwayAndNullInJsonStays()
    {
        using var mock = new Talking(Document("404"));
        var id = (await mock.AskAsync("POST /notes", """{"text":"a","title":"t"}"""))["id"];
        (await mock.AskAsync($"PATCH /notes/{id}", """{"title":null}""")).Text.Should().Contain("\"title\":null");
        await mock.AskAsync($"PATCH /notes/{id}", """{"title":"u"}""");
        await mock.AskAsync($"PATCH /notes/{id}", """{"title":null}""", "Content-Type: application/merge-patch+json");
        (await mock.AskAsync($"GET /notes/{id}")).Text.Should().NotContain("title");
    }

    [Fact]
    public async Task Patch_JsonPatch_ChangesWhatClientsSet()
    {
        using var mock = new Talking(Document("404"));
        var made = await mock.AskAsync("POST /notes", """{"text":"a"}""");
        const string patch = """[{"op":"test","path":"/text","value":"a"},{"op":"replace","path":"/text","value":"b"},{"op":"add","path":"/title","value":"t"},{"op":"replace","path":"/id","value":"mine"},{"op":"add","path":"/words","value":999}]""";
        var patched = await mock.AskAsync($"PATCH /notes/{made["id"]}", patch, "Content-Type: application/json-patch+json");
        (patched.Status, patched["text"], patched["title"], patched["id"], patched["words"]).Should().Be((200, "b", "t", made["id"], made["words"]));
        (await mock.AskAsync($"PATCH /notes/{made["id"]}", """[{"op":"test","path":"/text","value":"z"}]""",
            "Content-Type: application/json-patch+json")).Status.Should().Be(422);
    }

    [Fact]
    public async Task Write_ReadOnlyAndWriteOnly_AreIgnoredAndNeverShown()
    {
        using var mock = new Talking(Document("404"));
        var made = await mock.AskAsync("POST /notes", """{"id":"mine","words":7,"text":"a","secret":"s","owner":{"name":"Ada","pin":"pin-4711"}}""");
        (made.Status, made["id"] == "mine", made["words"] == "7").Should().Be((201, false, false));
        foreach (var line in (string[])["PATCH", "PUT"])
            (await mock.AskAsync($"{line} /notes/{made["id"]}",
                """{"words":7,"text":"b","secret":"s","owner":{"name":"Eve","pin":"pin-4711"}}""")).Text.Should()
                .Contain("Eve").And.NotContain("pin-4711").And.NotContain("secret").And.NotContain("\"words\":7");
        (await mock.AskAsync("GET /notes")).Text.Should().NotContain("pin-4711").And.NotContain("secret");
        made.Text.Should().NotContain("pin-4711");
    }
}
