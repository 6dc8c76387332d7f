using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Requests that are well-formed and meant to exhaust: answered within bounds, with a 4xx where they are refused, and the mock goes on.</summary>
public sealed class HostileBodyTests
{
    private const int Mebibyte = 1024 * 1024;

    private const string Api = """
        openapi: 3.1.0
        info: { title: Hostile, version: "1" }
        paths:
          /alive: { get: { responses: { "200": { description: ok, content: { application/json: { example: 1 } } } } } }
          /numbers: { post: { requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { i: { type: integer, maximum: 10 }, m: { type: number, multipleOf: 0.01 }, n: { type: number, minimum: 0 } } } } } }, responses: { "204": { description: ok } } } }
          /things:
            get: { parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: f, in: query, style: deepObject, schema: { type: object } }], responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } } } }
            post: { requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } }, application/xml: { schema: { $ref: "#/components/schemas/Thing" } }, application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/Thing" } }, multipart/form-data: { schema: { $ref: "#/components/schemas/Thing" } }, application/jsonl: { schema: { $ref: "#/components/schemas/Thing" } } } }, responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } } }
          /things/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } } }, patch: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], requestBody: { content: { application/json-patch+json: { schema: { type: array } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } } } }
        components: { schemas: { Thing: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string }, tags: { type: array, uniqueItems: true, items: {} } } } } }
        """;

    public static TheoryData<string, string, Func<string>> Bodies() => new()
    {
        { "a hundred thousand members", "application/json", () => $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":{i}"))}}}" },
        { "a hundred thousand times the same member", "application/json", () => $"{{{string.Join(',', Enumerable.Repeat("\"m\":1", 100_000))}}}" },
        { "a hundred thousand different items where they must be", "application/json",
            () => $"{{\"tags\":[{string.Join(',', Enumerable.Range(0, 100_000))}]}}" },
        { "as many lists as may be nested", "application/json", () => $"{{\"tags\":{new string('[', 60)}{new string(']', 60)}}}" },
        { "a thousand lists, nested", "application/json", () => $"{{\"tags\":{new string('[', 1_000)}{new string(']', 1_000)}}}" },
        { "a text of five megabytes", "application/json", () => $"{{\"name\":\"{new string('a', 5 * Mebibyte)}\"}}" },
        { "a text of escapes", "application/json", () => $"{{\"name\":\"{string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 100_000))}\"}}" },
        { "a name of a megabyte", "application/json", () => $"{{\"{new string('n', Mebibyte)}\":1}}" },
        { "a form of a hundred thousand fields", "application/x-www-form-urlencoded",
            () => string.Join('&', Enumerable.Range(0, 100_000).Select(i => $"f{i}=1")) },
        { "a form of brackets", "application/x-www-form-urlencoded", () => $"name{string.Concat(Enumerable.Repeat("[a]", 50_000))}=1" },
        { "a form of encoded brackets", "application/x-www-form-urlencoded", () => $"name{string.Concat(Enumerable.Repeat("%5Ba%5D", 50_000))}=1" },
        { "a form of percent signs", "application/x-www-form-urlencoded", () => new string('%', 500_000) },
        { "XML of a hundred thousand elements", "application/xml", () => $"<Thing>{string.Concat(Enumerable.Repeat("<tags>1</tags>", 100_000))}</Thing>" },
        { "XML nested ten thousand deep", "application/xml",
            () => string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000)) },
        { "XML of a hundred thousand attributes", "application/xml",
            () => $"<Thing {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"1\""))}/>" },
        { "XML that laughs", "application/xml",
            () => "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>&c;</l>" },
        { "a hundred thousand parts", "multipart/form-data; boundary=b",
            () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"--b\r\nContent-Disposition: form-data; name=\"n{i}\"\r\n\r\n1\r\n")) + "--b--\r\n" },
        { "a part of a hundred thousand fields", "multipart/form-data; boundary=b",
            () => $"--b\r\n{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"X-{i}: a\r\n"))}\r\n1\r\n--b--\r\n" },
        { "a hundred thousand lines", "application/jsonl", () => string.Concat(Enumerable.Repeat("{\"tags\":1}\n", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task Send_BodyMeantToExhaust_IsAnsweredInTimeAndTheMockGoesOn(string what, string type, Func<string> body)
    {
        await using var mock = await MockSession.StartAsync(Api);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var watch = Stopwatch.StartNew();
        using var answer = await mock.Client.PostAsync("things", content);
        ((int)answer.StatusCode).Should().BeInRange(200, 499, what);
        (await answer.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(12 * Mebibyte, what);
        if ((int)answer.StatusCode >= 400) answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json", what);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), what);
        (await mock.SendAsync("GET", "things", null)).StatusCode.Should().Be(HttpStatusCode.OK, what);
    }

    [Theory]
    [InlineData("""{"i":1e9999999}""", 400)]
    [InlineData("""{"i":-1e9999999}""", 204)]
    [InlineData("""{"i":1e-9999999}""", 400)]
    [InlineData("""{"i":0.00000000000000000000000000000000000000000000000001}""", 400)]
    [InlineData("""{"m":1e-9999999}""", 400)]
    [InlineData("""{"m":1e9999999}""", 204)]
    [InlineData("""{"n":-1e-9999999}""", 400)]
    [InlineData("""{"n":1E+2147483648}""", 204)]
    [InlineData("""{"n":1E-99999999999999999999}""", 204)]
    public async Task Send_AbsurdNumbers_AreJudged(string body, int status)
    {
        await using var mock = await MockSession.StartAsync(Api);
        ((int)(await mock.SendAsync("POST", "numbers", body)).StatusCode).Should().Be(status, body);
    }

    [Fact]
    public async Task Send_NumberOfAMillionDigits_IsJudgedInTime()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var watch = Stopwatch.StartNew();
        ((int)(await mock.SendAsync("POST", "numbers", $"{{\"m\":0.{new string('1', 1_000_000)}}}")).StatusCode).Should().BeInRange(400, 499);
        ((int)(await mock.SendAsync("POST", "numbers", $"{{\"i\":{new string('9', 1_000_000)}}}")).StatusCode).Should().BeInRange(400, 499);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("Accept")]
    [InlineData("Prefer")]
    [InlineData("Cookie")]
    [InlineData("Authorization")]
    [InlineData("If-None-Match")]
    [InlineData("Accept-Encoding")]
    [InlineData("X-Forwarded-For")]
    [InlineData("Origin")]
    public async Task Send_HeaderFieldOfThirtyThousandCharacters_IsAnswered(string name)
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { Cors = true });
        foreach (var value in (string[])[new string('a', 30_000), string.Join(", ", Enumerable.Repeat("a/b;q=0.1", 2_500)), new string('"', 30_000),
            new string('=', 30_000), new string(',', 30_000), new string(';', 30_000)])
            ((int)(await mock.SendAsync("GET", "alive", null, $"{name}: {value}")).StatusCode).Should().BeInRange(200, 499);
    }

    [Theory]
    [InlineData("limit=1e400")]
    [InlineData("limit=99999999999999999999999")]
    [InlineData("limit=-1")]
    [InlineData("limit=1&limit=2")]
    [InlineData("limit=%31%zz")]
    [InlineData("limit=%C3%28")]
    [InlineData("f[a][b][c][d][e]=1&f[a]=2")]
    [InlineData("f[=1&f]=2&f[]=3&[f]=4")]
    [InlineData("%00=%00&=&&&;")]
    public async Task Send_GarbageInTheQuery_IsAnswered(string query)
    {
        await using var mock = await MockSession.StartAsync(Api);
        ((int)(await mock.SendAsync("GET", $"things?{query}", null)).StatusCode).Should().BeInRange(200, 499);
        (await mock.SendAsync("GET", "alive", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""[{"op":"move","from":"","path":"/a"}]""")]
    [InlineData("""[{"op":"add","path":"/a/b/c","value":1}]""")]
    [InlineData("""[{"op":"copy","from":"/name","path":"/~2"}]""")]
    [InlineData("""[{"op":"remove","path":"/tags/99999999999999999999"}]""")]
    [InlineData("""[{"op":"test","path":"","value":null}]""")]
    [InlineData("""[{"op":"explode","path":"/a"},7,null]""")]
    [InlineData("""[{}]""")]
    public async Task Patch_OperationsThatMakeNoSense_AreRefusedAndChangeNothing(string patch)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var made = await mock.SendAsync("POST", "things", """{"name":"a"}""");
        var path = made.Headers.Location!.ToString().TrimStart('/');
        var before = await (await mock.SendAsync("GET", path, null)).Content.ReadAsStringAsync();
        ((int)(await mock.SendAsync("PATCH", path, patch, "Content-Type: application/json-patch+json")).StatusCode).Should().BeInRange(400, 499);
        (await (await mock.SendAsync("GET", path, null)).Content.ReadAsStringAsync()).Should().Be(before);
    }

    /// <summary>Copying doubles what is there; sixty times that is more than there is.</summary>
    [Fact]
    public async Task Patch_CopiesOfCopies_StayBounded()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var path = (await mock.SendAsync("POST", "things", """{"name":"a","tags":[1]}""")).Headers.Location!.ToString().TrimStart('/');
        var copies = string.Join(',', Enumerable.Repeat("""{"op":"copy","from":"/tags","path":"/tags/-"}""", 60));
        var watch = Stopwatch.StartNew();
        ((int)(await mock.SendAsync("PATCH", path, $"[{copies}]", "Content-Type: application/json-patch+json")).StatusCode).Should().BeInRange(400, 499);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
        (await mock.SendAsync("GET", path, null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
