using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What a mock remembers is bounded, says what it had to forget, and is nobody else's.</summary>
public sealed class StateBoundsTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: Bounds, version: "1" }
        paths:
          /notes:
            get: { operationId: list, responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Note" } } } } } } }
            post: { operationId: add, parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }], requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } } }
          /notes/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }, "404": { description: gone } } } }
        components: { schemas: { Note: { type: object, required: [text], properties: { id: { type: string, readOnly: true }, text: { type: string } } } } }
        """;

    [Theory]
    [InlineData(5, 64L * 1024 * 1024)]
    [InlineData(10_000, 6_000)]
    public async Task Post_MoreThanThereIsRoomFor_TheOldestGoAndAHeaderSaysSo(int maxThings, long maxBytes)
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { MaxThings = maxThings, MaxStateBytes = maxBytes });
        var (forgotten, first) = (0, "");
        for (var i = 0; i < 40; i++)
        {
            var got = await mock.PostAsync("notes", "application/json", $$"""{"text":"{{i}} {{new string('x', 1_000)}}"}""");
            got.Status.Should().Be(201);
            if (i == 0) first = JsonElement.Parse(got.Text).GetProperty("id").GetString()!;
            if (got["Mock-Forgotten"] is { } gone) forgotten += int.Parse(gone, System.Globalization.CultureInfo.InvariantCulture);
        }
        forgotten.Should().BeGreaterThan(30);
        (await mock.GetAsync($"notes/{first}")).Status.Should().Be(404);
        var kept = JsonElement.Parse((await mock.GetAsync("notes")).Text).EnumerateArray().Select(n => n.GetProperty("text").GetString()!.Split(' ')[0])
            .ToList();
        kept.Should().HaveCountLessThanOrEqualTo(6).And.EndWith("39");
    }

    [Fact]
    public async Task Post_BodyLargerThanAllRoom_IsKeptAlone()
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { MaxStateBytes = 1_000 });
        await mock.PostAsync("notes", "application/json", """{"text":"small"}""");
        var large = await mock.PostAsync("notes", "application/json", $$"""{"text":"{{new string('x', 5_000)}}"}""");
        (large.Status, large["Mock-Forgotten"]).Should().Match<(int, string?)>(l => l.Item1 == 201 && l.Item2 != null);
        JsonElement.Parse((await mock.GetAsync("notes")).Text).GetArrayLength().Should().Be(1);
    }

    /// <summary>Two mocks of one document, in one process: what one is sent, set and asked for, the other knows nothing of.</summary>
    [Fact]
    public async Task Send_ToOneMock_ChangesNothingOfAnother()
    {
        var spec = Described.Read(Api);
        var options = new MockServerOptions { RateLimit = new MockRateLimit(6, TimeSpan.FromHours(1)) };
        await using var one = await MockSession.StartAsync(spec, options);
        await using var other = await MockSession.StartAsync(spec, options);
        var before = await other.GetAsync("notes");
        var made = JsonElement.Parse((await one.PostAsync("notes", "application/json", """{"text":"mine"}""", "Idempotency-Key: k")).Text).GetProperty("id")
            .GetString();
        await one.PostAsync("__mock/overrides", "application/json", """{"operation":"list","status":418}""");
        for (var i = 0; i < 10; i++) await one.GetAsync("notes");
        (await one.GetAsync("notes")).Status.Should().Be(418);

        (await other.GetAsync("notes")).Text.Should().Be(before.Text);
        (await other.GetAsync($"notes/{made}")).Text.Should().NotContain("mine");
        (await other.PostAsync("notes", "application/json", """{"text":"theirs"}""", "Idempotency-Key: k"))["Idempotent-Replayed"].Should().BeNull();
        other.Server.Journal.Total.Should().Be(4);
        await one.PostAsync("__mock/reset", "application/json", "{}");
        (await other.GetAsync("notes")).Text.Should().Contain("theirs");
    }
}
