using System.IO.Compression;
using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What is written is what is read back, in whatever media type it came.</summary>
public sealed class RepresentationsOfThingsTests
{
    private const string Stations = """
        openapi: 3.1.0
        info: { title: Stations, version: "1" }
        paths:
          /stations:
            post:
              operationId: createStation
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: "#/components/schemas/NewStation" } }
                  application/xml: { schema: { $ref: "#/components/schemas/NewStation" } }
                  application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/NewStation" } }
                  multipart/form-data: { schema: { type: object, required: [name], properties: { name: { type: string }, tracks: { type: integer }, lines: { type: array, items: { type: string } }, place: { type: object, properties: { city: { type: string } } }, picture: { type: string, contentMediaType: image/png } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Station" } }, application/xml: { schema: { $ref: "#/components/schemas/Station" } } } } }
          /stations/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getStation, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Station" } }, application/xml: { schema: { $ref: "#/components/schemas/Station" } } } } } }
        components:
          schemas:
            NewStation: { type: object, xml: { name: station }, required: [name], properties: { name: { type: string }, tracks: { type: integer }, lines: { type: array, items: { type: string } }, place: { type: object, properties: { city: { type: string } } } } }
            Station: { type: object, xml: { name: station }, required: [id, name], properties: { id: { type: string, xml: { attribute: true } }, name: { type: string }, tracks: { type: integer }, lines: { type: array, items: { type: string } }, place: { type: object, properties: { city: { type: string } } } } }
        """;

    private const string Json = """{"name":"Zürich HB & co","tracks":26,"lines":["S3","1"],"place":{"city":"Zürich"}}""";
    private const string Xml =
        "<station><name>Zürich HB &amp; co</name><tracks>26</tracks><lines>S3</lines><lines>1</lines><place><city>Zürich</city></place></station>";
    private const string Form = "name=Z%C3%BCrich+HB+%26+co&tracks=26&lines=S3&lines=1&place[city]=Z%C3%BCrich";
    private const string Multipart =
        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nZürich HB & co\r\n--b\r\nContent-Disposition: form-data; name=\"tracks\"\r\n\r\n26\r\n--b\r\nContent-Disposition: form-data; name=\"lines\"\r\n\r\nS3\r\n--b\r\nContent-Disposition: form-data; name=\"lines\"\r\n\r\n1\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"place\"\r\nContent-Type: application/json\r\n\r\n{\"city\":\"Zürich\"}\r\n--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--b--\r\n";

    [Theory]
    [InlineData("application/json", Json)]
    [InlineData("application/xml", Xml)]
    [InlineData("application/x-www-form-urlencoded", Form)]
    [InlineData("multipart/form-data; boundary=b", Multipart)]
    public async Task Post_AnyMediaType_IsReadBack(string type, string body)
    {
        using var mock = new Talking(Stations);
        var made = await mock.AskAsync("POST /stations", body, $"Content-Type: {type}");
        made.Status.Should().Be(201, made.Text);
        var read = await mock.AskAsync($"GET /stations/{made["id"]}");
        (read["name"], read["tracks"], read.Json["lines"]!.ToJsonString(), read.Json["place"]!["city"].ScalarText()).Should()
            .Be(("Zürich HB & co", "26", """["S3","1"]""", "Zürich"));
        (await mock.AskAsync($"GET /stations/{made["id"]}", null, "Accept: application/xml")).Text.Should()
            .Contain("Zürich HB &amp; co").And.Contain($"id=\"{made["id"]}\"");
    }

    [Fact]
    public async Task Post_Compressed_IsReadBack()
    {
        await using var mock = await MockSession.StartAsync(Stations);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Json));
        using var content = new ByteArrayContent(packed.ToArray()) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", "gzip" } } };
        using var made = await mock.Client.PostAsync("stations", content);
        (await made.Content.ReadAsStringAsync()).Should().Contain("\"tracks\":26");
    }
}
