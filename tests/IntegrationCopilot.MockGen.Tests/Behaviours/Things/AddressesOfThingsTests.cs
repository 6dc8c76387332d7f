namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Addresses in answers lead back to the mock, under whatever path it lies.</summary>
public sealed class AddressesOfThingsTests
{
    private const string Trips = """
        openapi: 3.1.0
        info: { title: Trips, version: "1" }
        servers: [{ url: https://api.example.com/v1 }]
        paths:
          /trips:
            get:
              operationId: listTrips
              parameters: [{ name: page, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]
              responses:
                "200":
                  description: ok
                  content: { application/json: { schema: { type: object, required: [data, links], properties: { data: { type: array, items: { $ref: "#/components/schemas/Trip" } }, links: { type: object, properties: { self: { type: string, format: uri }, next: { type: string, format: uri } } } } }, example: { data: [{ id: t1, to: Rome, links: { self: "https://api.example.com/v1/trips/t1" } }], links: { self: "https://api.example.com/v1/trips", next: "https://api.example.com/v1/trips?page=2" } } } }
            post:
              operationId: createTrip
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [to], properties: { to: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Trip" } } } } }
          /trips/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getTrip, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Trip" } } } } } }
            put:
              operationId: putTrip
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [to], properties: { to: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Trip" } } } }, "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Trip" } } } } }
        components: { schemas: { Trip: { type: object, required: [id, to, links], properties: { id: { type: string }, to: { type: string }, links: { type: object, required: [self], properties: { self: { type: string, format: uri } } } } } } }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("/v1")]
    public async Task Put_New_TellsWhereItIs(string basePath)
    {
        using var mock = new Talking(Trips);
        var made = await mock.AskAsync($"PUT {basePath}/trips/t9", """{"to":"Oslo"}""");
        (made.Status, made.Json["links"]!["self"].ScalarText()).Should().Be((201, $"http://localhost{basePath}/trips/t9"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/v1")]
    public async Task Post_New_TellsWhereItIs(string basePath)
    {
        using var mock = new Talking(Trips);
        var made = await mock.AskAsync($"POST {basePath}/trips", """{"to":"Oslo"}""");
        (made.Header("Location"), made.Json["links"]!["self"].ScalarText()).Should()
            .Be(($"{basePath}/trips/{made["id"]}", $"http://localhost{basePath}/trips/{made["id"]}"));
        (await mock.AskAsync($"GET {made.Header("Location")}")).Text.Should().Be(made.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/v1")]
    public async Task Get_Pages_LinkWithinTheMock(string basePath)
    {
        using var mock = new Talking(Trips);
        await mock.AskAsync("PUT /trips/t9", """{"to":"Oslo"}""");
        var links = (await mock.AskAsync($"GET {basePath}/trips?limit=1")).Json["links"]!;
        (links["self"].ScalarText(), links["next"].ScalarText()).Should()
            .Be(($"http://localhost{basePath}/trips?limit=1", $"http://localhost{basePath}/trips?limit=1&page=2"));
    }
}
