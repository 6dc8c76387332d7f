using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class MockServerTests
{
    /// <summary>These tests are about answers that are made from the document.</summary>
    private static readonly MockServerOptions Forgetful = new() { State = false };

    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        servers: [{ url: https://api.shop.example/v1 }]
        paths:
          /items:
            get:
              parameters: [{ name: limit, in: query, schema: { type: integer, minimum: 1 } }]
              responses:
                "200":
                  description: ok
                  headers: { X-Total: { required: true, schema: { type: integer, minimum: 1 } } }
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: "#/components/schemas/Item" } }
                      examples:
                        none: { value: [] }
                        one: { value: [{ id: 1, name: Ball }] }
                    application/xml:
                      schema: { $ref: "#/components/schemas/Item" }
                    text/csv: { example: "id,name\n1,Ball\n" }
                    image/png: {}
                "429":
                  description: slow down
                  content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } }
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: "#/components/schemas/NewItem" } } }
              responses:
                "200": { description: exists, content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } }
                "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } }
                "422": { description: wrong, content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } } }
          /items/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } } } }
            delete: { responses: { "204": { description: gone } } }
          /impossible:
            get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: integer, minimum: 2, maximum: 1 } } } } } }
        components:
          schemas:
            NewItem: { type: object, required: [name], properties: { name: { type: string, maxLength: 5 } } }
            Item:
              type: object
              required: [id, name]
              properties: { id: { type: integer, xml: { attribute: true } }, name: { type: string }, tags: { type: array, items: { type: string } } }
            Error: { type: object, required: [message], properties: { message: { type: string }, code: { enum: [bad] } } }
        """;

    [Theory]
    [InlineData("items")]
    [InlineData("v1/items")]
    [InlineData("items?limit=5")]
    public async Task Get_DescribedOperation_AnswersTheFirstExample(string path)
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("GET", path, null);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Be("[]");
        Field(answer, "Mock-Body").Should().Be("example;name=\"none\"");
        int.Parse(Field(answer, "X-Total")!).Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("example=one", 200, """[{"id":1,"name":"Ball"}]""", "example=\"one\"")]
    [InlineData("code=204", 204, "", "code=204")]
    [InlineData("delay=1", 200, "[]", "delay=1")]
    public async Task Get_Preference_IsAppliedAndConfirmed(string prefer, int status, string body, string applied)
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("GET", "items", null, $"Prefer: {prefer}");
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), Field(answer, "Preference-Applied")).Should().Be((status, body, applied));
    }

    [Fact]
    public async Task Get_RateLimitAskedFor_AnswersTheDescribedErrorWithRetryAfter()
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("GET", "items", null, "Prefer: code=429, retry-after=7");
        ((int)answer.StatusCode, Field(answer, "Retry-After")).Should().Be((429, "7"));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"message\"");
        var undescribed = await mock.SendAsync("GET", "items/1", null, "Prefer: code=503");
        ((int)undescribed.StatusCode, Field(undescribed, "Retry-After"), undescribed.Content.Headers.ContentType?.MediaType).Should()
            .Be((503, "1", "application/problem+json"));
    }

    [Theory]
    [InlineData("text/csv", "text/csv", "id,name\n1,Ball\n")]
    [InlineData("application/*;q=0.5, text/csv", "text/csv", "id,name\n1,Ball\n")]
    [InlineData("application/xml", "application/xml", "<Item id=")]
    [InlineData("image/png", "image/png", "PNG")]
    public async Task Get_Accept_ChoosesTheRepresentation(string accept, string type, string content)
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("GET", "items", null, $"Accept: {accept}");
        answer.Content.Headers.ContentType?.MediaType.Should().Be(type);
        Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()).Should().Contain(content);
    }

    [Fact]
    public async Task Get_NothingAcceptable_Is406() =>
        await Expect("GET", "items", null, 406, "application/problem+json", "text/csv", "Accept: application/pdf");

    [Fact]
    public async Task Post_Creation_Is201() => await Expect("POST", "items", """{ "name": "Ball" }""", 201, "application/json", "\"name\"");

    [Theory]
    [InlineData("""{ "name": "far too long" }""", "body.name")]
    [InlineData("{}", "name")]
    [InlineData("{", "not JSON")]
    [InlineData("", "missing")]
    public async Task Post_InvalidBody_IsRefusedInTheDescribedShape(string body, string told)
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("POST", "items", body);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((422, "application/json"));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\"message\"");
        Field(answer, "Mock-Findings").Should().Contain(told);
        answer.Headers.Contains("Mock-Nonconforming").Should().BeFalse();
    }

    [Fact]
    public async Task Get_InvalidQuery_IsProblemDetailsWithFindings() =>
        await Expect("GET", "items?limit=0", null, 400, "application/problem+json", "query.limit");

    [Fact]
    public async Task Post_OtherMediaType_Is415() =>
        await Expect("POST", "items", "a,b", 415, "application/problem+json", "text/csv", "Content-Type: text/csv");

    [Fact]
    public async Task Get_UnknownPath_Is404() => await Expect("GET", "nothing/here", null, 404, "application/problem+json", "/nothing/here");

    [Fact]
    public async Task Patch_UndescribedMethod_Is405WithAllow()
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("PATCH", "items", null);
        ((int)answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)).Should().Be((405, "GET, HEAD, OPTIONS, POST"));
        var options = await mock.SendAsync("OPTIONS", "items", null);
        ((int)options.StatusCode, string.Join(", ", options.Content.Headers.Allow)).Should().Be((204, "GET, HEAD, OPTIONS, POST"));
    }

    [Fact]
    public async Task Head_GetIsDescribed_AnswersWithoutBody()
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("HEAD", "items", null);
        ((int)answer.StatusCode, answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync()).Length).Should().Be((200, 2, 0));
    }

    [Fact]
    public async Task Get_NoConformingAnswer_SaysSo()
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync("GET", "impossible", null);
        ((int)answer.StatusCode).Should().Be(200);
        Field(answer, "Mock-Nonconforming").Should().Contain("cannot be met").And.Contain("test.yaml:");
    }

    [Fact]
    public async Task Get_SameSeed_GivesSameBytesOnEveryServer()
    {
        var bodies = new List<string>();
        foreach (var seed in (int[])[1, 1, 2])
        {
            await using var mock = await MockSession.StartAsync(Shop, Forgetful with { Seed = seed });
            bodies.Add(await (await mock.SendAsync("GET", "items/1", null)).Content.ReadAsStringAsync());
        }
        bodies[1].Should().Be(bodies[0]);
        bodies[2].Should().NotBe(bodies[0]);
    }

    [Fact]
    public async Task Post_BodyTooLarge_Is413()
    {
        await using var mock = await MockSession.StartAsync(Shop, new MockServerOptions { MaxBodyBytes = 1_000 });
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, mock.Server.BaseUrl.Port);
        await client.GetStream()
            .WriteAsync("POST /items HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n"u8.ToArray());
        (await FirstLine(client)).Should().Contain("413");
    }

    [Fact]
    public async Task Post_BodyNeverArrives_Is408()
    {
        await using var mock = await MockSession.StartAsync(Shop, new MockServerOptions { ReadTimeout = TimeSpan.FromMilliseconds(100) });
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, mock.Server.BaseUrl.Port);
        await client.GetStream().WriteAsync("POST /items HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        (await FirstLine(client)).Should().Contain("408");
    }

    [Theory]
    [InlineData("GET /items?%zz=%&&&=;limit HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /items HTTP/1.1\r\nHost: x\r\nPrefer: code=\"\\\r\nAccept: ;;;,q\r\n\r\n")]
    [InlineData("BREW //..//%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /items HTTP/1.1\r\nHost: x\r\nContent-Type: \x01\r\nContent-Length: 1\r\n\r\nx")]
    [InlineData("garbage\r\n\r\n")]
    public async Task AnyRequest_HoweverOdd_LeavesTheServerAlive(string request)
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, mock.Server.BaseUrl.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        (await FirstLine(client)).Should().StartWith("HTTP/1.1 ").And.NotContain(" 500 ");
        (await mock.SendAsync("GET", "items", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OnExchange_EveryAnswer_IsToldWithItsFindings()
    {
        var told = new TaskCompletionSource<MockExchange>();
        await using var mock = await MockSession.StartAsync(Shop, new MockServerOptions { OnExchange = e => told.TrySetResult(e) });
        await mock.SendAsync("POST", "items", "{}");
        var exchange = await told.Task.WaitAsync(TimeSpan.FromSeconds(120));
        (exchange.Operation?.Id, exchange.Response.Status, exchange.Findings.Count).Should().Be(("POST /items", 422, 1));
    }

    private static async Task Expect(string method, string path, string? body, int status, string type, string content, params string[] headers)
    {
        await using var mock = await MockSession.StartAsync(Shop, Forgetful);
        var answer = await mock.SendAsync(method, path, body, headers);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((status, type));
        (await answer.Content.ReadAsStringAsync()).Should().Contain(content);
    }

    private static async Task<string> FirstLine(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1, leaveOpen: true);
        return await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(120)) ?? "";
    }

    private static string? Field(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
