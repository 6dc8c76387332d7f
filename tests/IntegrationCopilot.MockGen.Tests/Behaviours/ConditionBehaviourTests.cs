namespace IntegrationCopilot.MockGen.Tests;

public sealed class ConditionBehaviourTests
{
    private const string Notes = """
        openapi: 3.1.0
        info: { title: Notes, version: "1" }
        paths:
          /notes/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: n1 }]
            get:
              operationId: getNote
              responses:
                "200": { description: ok, headers: { ETag: { schema: { type: string } } }, content: { application/json: { schema: { $ref: "#/components/schemas/Note" }, example: { id: n1, text: first } } } }
                "304": { description: same }
            put:
              operationId: replaceNote
              parameters: [{ name: If-Match, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, "412": { description: changed } }
            delete: { operationId: deleteNote, responses: { "204": { description: gone } } }
        components: { schemas: { Note: { type: object, required: [id, text], properties: { id: { type: string }, text: { type: string } } } } }
        """;

    [Fact]
    public async Task Get_TagKnown_Is304UntilItChanges()
    {
        await using var mock = await MockSession.StartAsync(Notes);
        var tag = (await mock.SendAsync("GET", "notes/n1", null)).Headers.ETag!.ToString();
        ((int)(await mock.SendAsync("GET", "notes/n1", null, $"If-None-Match: {tag}")).StatusCode).Should().Be(304);
        ((int)(await mock.SendAsync("GET", "notes/n1", null, $"If-None-Match: W/{tag}, \"other\"")).StatusCode).Should().Be(304);
        await mock.SendAsync("PUT", "notes/n1", """{"text":"second"}""");
        var changed = await mock.SendAsync("GET", "notes/n1", null, $"If-None-Match: {tag}");
        ((int)changed.StatusCode, changed.Headers.ETag!.ToString() == tag).Should().Be((200, false));
    }

    [Fact]
    public async Task Put_IfMatch_OnlyOfTwoWritersWins()
    {
        await using var mock = await MockSession.StartAsync(Notes);
        var tag = (await mock.SendAsync("GET", "notes/n1", null)).Headers.ETag!.ToString();
        var writers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => mock.SendAsync("PUT", "notes/n1", $$"""{"text":"by {{i}}"}""", $"If-Match: {tag}")));
        writers.Select(w => (int)w.StatusCode).Order().Should().Equal(200, 412, 412, 412);
        var now = (await mock.SendAsync("GET", "notes/n1", null)).Headers.ETag!.ToString();
        writers.Single(w => (int)w.StatusCode == 200).Headers.ETag!.ToString().Should().Be(now);
        ((int)(await mock.SendAsync("DELETE", "notes/n1", null, $"If-Match: {tag}")).StatusCode).Should().Be(412);
        ((int)(await mock.SendAsync("DELETE", "notes/n1", null, $"If-Match: {now}")).StatusCode).Should().Be(204);
        ((int)(await mock.SendAsync("PUT", "notes/n1", """{"text":"x"}""", "If-Match: *")).StatusCode).Should().Be(412);
    }

    private static readonly string Dated =
        Notes.Replace("ETag: { schema: { type: string } }", "Last-Modified: { schema: { type: string } }", StringComparison.Ordinal);

    [Fact]
    public async Task Get_IfModifiedSince_Is304UntilItChanges()
    {
        using var mock = new Talking(Dated);
        var moment = (await mock.AskAsync("GET /notes/n1")).Header("Last-Modified");
        var same = await mock.AskAsync("GET /notes/n1", null, $"If-Modified-Since: {moment}");
        (same.Status, same.Text, same.Header("Last-Modified")).Should().Be((304, "", moment));
        (await mock.AskAsync("GET /notes/n1", null, $"If-Modified-Since: {moment}", "If-None-Match: \"other\"")).Status.Should()
            .Be(200, "a tag counts more than a moment");
        (await mock.AskAsync("GET /notes/n1", null, "If-Modified-Since: yesterday")).Status.Should().Be(200, "what is no moment is ignored");
        (await mock.AskAsync("GET /notes/n1", null, "If-Modified-Since: Mon, 01 Jan 2001 00:00:00 GMT")).Status.Should().Be(200);
        await mock.AskAsync("PUT /notes/n1", """{"text":"second"}""");
        (await mock.AskAsync("GET /notes/n1", null, $"If-Modified-Since: {moment}")).Status.Should().Be(200, "a change within the same second shows too");
    }

    [Fact]
    public async Task Put_IfUnmodifiedSince_Is412AfterAChange()
    {
        using var mock = new Talking(Dated);
        var moment = (await mock.AskAsync("GET /notes/n1")).Header("Last-Modified");
        var written = await mock.AskAsync("PUT /notes/n1", """{"text":"second"}""", $"If-Unmodified-Since: {moment}");
        (written.Status, written.Header("Last-Modified") == moment).Should().Be((200, false));
        (await mock.AskAsync("PUT /notes/n1", """{"text":"third"}""", $"If-Unmodified-Since: {moment}")).Status.Should().Be(412);
        (await mock.AskAsync("DELETE /notes/n1", null, $"If-Unmodified-Since: {written.Header("Last-Modified")}")).Status.Should().Be(204);
    }
}
