namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Server-sent events are framed as WHATWG HTML, section 9.2.6, says, not as JSON under <c>data</c>.</summary>
public sealed class EventStreamReportTests
{
    private const string Tick = """{ type: object, required: [event, data], properties: { event: { const: tick }, data: { const: hi } } }""";
    private const string Ticks = "event: tick\ndata: hi\n\nevent: tick\ndata: hi\n\nevent: tick\ndata: hi\n\n";

    [Fact]
    public async Task Report_ItemSchemaOfEvents_IsFramed()
    {
        await using var mock = await ReportedMock.StartAsync("08-sse-framing");
        var got = await mock.GetAsync("ticks");
        (got.Status, got.Type, got["Mock-Nonconforming"]).Should().Be((200, "text/event-stream", null));
        var events = EventsIn(got.Text);
        events.Should().NotBeEmpty().And.OnlyContain(e => e.Type == "tick" && e.Data.Length > 0 && !e.Data.Contains('{'));
        got.Text.Should().EndWith("\n\n").And.NotContain("data: {");
    }

    [Theory]
    [InlineData("""{ itemSchema: { $ref: "#/components/schemas/Tick" } }""", Ticks)]
    [InlineData("""{ itemSchema: { allOf: [{ $ref: "#/components/schemas/Tick" }, { required: [retry], properties: { retry: { const: 5 } } }] } }""",
        "event: tick\nretry: 5\ndata: hi\n\nevent: tick\nretry: 5\ndata: hi\n\nevent: tick\nretry: 5\ndata: hi\n\n")]
    [InlineData("""{ itemSchema: { oneOf: [{ $ref: "#/components/schemas/Tick" }] } }""", Ticks)]
    [InlineData("""{ schema: { type: array, minItems: 3, maxItems: 3, items: { $ref: "#/components/schemas/Tick" } } }""", Ticks)]
    [InlineData("""{ itemSchema: { $ref: "#/components/schemas/Tick" }, examples: { a: { dataValue: [{ event: tick, data: hi }, { event: tick, data: hi, id: "2" }] } } }""", "event: tick\ndata: hi\n\nevent: tick\nid: 2\ndata: hi\n\n")]
    [InlineData("""{ itemSchema: { $ref: "#/components/schemas/Tick" }, examples: { a: { serializedValue: "event: tick\ndata: hi\n\n" } } }""",
        "event: tick\ndata: hi\n\n")]
    [InlineData("""{ itemSchema: { $ref: "#/components/schemas/Tick" }, example: "event: tick\ndata: hi\n\n" }""", "event: tick\ndata: hi\n\n")]
    [InlineData("""{ schema: { type: array }, example: [{ event: e, data: "one\ntwo" }] }""", "event: e\ndata: one\ndata: two\n\n")]
    [InlineData("""{ schema: { type: array }, example: [{ event: "a:b", data: " led: by a blank", id: "7" }] }""",
        "event: a:b\nid: 7\ndata:  led: by a blank\n\n")]
    [InlineData("""{ $ref: "#/components/mediaTypes/Ticks" }""", Ticks)]
    public async Task Stream_Of32_HasTheFieldsOfEvents(string media, string stream)
    {
        await using var mock = await ReportedMock.AnsweringAsync(
            "3.2.0", "text/event-stream", media, $$"""{ schemas: { Tick: {{Tick}} }, mediaTypes: { Ticks: { itemSchema: {{Tick}} } } }""");
        (await mock.GetAsync("x")).Text.Should().Be(stream);
    }

    [Theory]
    [InlineData("3.0.3", "{ schema: { type: object, properties: { a: { type: integer, enum: [1] } } } }", "data: {\"a\":1}\n\n")]
    [InlineData("3.1.0", "{ schema: { const: hi } }", "data: hi\n\n")]
    [InlineData("3.1.0", """{ schema: { type: string }, example: "data: given\n\n" }""", "data: given\n\n")]
    public async Task Stream_OfEarlierEditions_CarriesTheValueAsData(string version, string media, string stream)
    {
        await using var mock = await ReportedMock.AnsweringAsync(version, "text/event-stream", media);
        var got = await mock.GetAsync("x");
        (got.Text, got["Mock-Nonconforming"]).Should().Be((stream, null));
    }

    [Theory]
    [InlineData("application/jsonl", "{\"event\":\"tick\",\"data\":\"hi\"}\n")]
    [InlineData("application/x-ndjson", "{\"event\":\"tick\",\"data\":\"hi\"}\n")]
    [InlineData("application/json-seq", "\u001e{\"event\":\"tick\",\"data\":\"hi\"}\n")]
    public async Task OtherSequences_SameItems_HaveTheirOwnFraming(string type, string item)
    {
        await using var mock = await ReportedMock.AnsweringAsync("3.2.0", type, $$"""{ itemSchema: {{Tick}} }""");
        (await mock.GetAsync("x")).Text.Should().Be(string.Concat(Enumerable.Repeat(item, 3)));
    }

    /// <summary>Events as an <c>EventSource</c> client dispatches them.</summary>
    private static List<(string Type, string Data)> EventsIn(string stream)
    {
        var events = new List<(string, string)>();
        var (type, data) = ("message", new List<string>());
        foreach (var line in stream.Split('\n'))
        {
            if (line.Length > 0)
            {
                var (name, value) = line.Split(':', 2) is [var field, var rest] ? (field, rest.StartsWith(' ') ? rest[1..] : rest) : (line, "");
                if (name == "event") type = value;
                else if (name == "data") data.Add(value);
                continue;
            }
            if (data.Count > 0) events.Add((type, string.Join('\n', data)));
            (type, data) = ("message", []);
        }
        return events;
    }
}
