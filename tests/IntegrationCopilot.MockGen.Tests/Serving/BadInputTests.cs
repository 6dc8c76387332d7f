using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What is malformed at any layer gets a 4xx, and the mock goes on. Sent over plain sockets, because clients refuse to.</summary>
public sealed class BadInputTests
{
    private const string Api = """
        openapi: 3.0.3
        info: { title: Bad, version: "1" }
        paths:
          /x:
            get: { responses: { "200": { description: ok, content: { application/json: { example: 1 } } } } }
            post:
              parameters: [{ name: q, in: query, schema: { type: string, maxLength: 20 } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object } }, application/x-www-form-urlencoded: { schema: { type: object } }, multipart/form-data: { schema: { type: object } } } }
              responses: { "200": { description: ok } }
          /files/{name}: { get: { parameters: [{ name: name, in: path, required: true, schema: { type: string, pattern: '^[a-z]+$' } }], responses: { "200": { description: ok } } } }
        """;

    private const string Json = "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    public static TheoryData<string, string> Malformed() => new()
    {
        { "truncated JSON", Json + "Content-Length: 5\r\n\r\n{\"a\":" },
        { "JSON with a byte order mark of another encoding", Json + "Content-Length: 4\r\n\r\n\u00FF\u00FE{\u0000" },
        { "JSON that is not UTF-8", Json + "Content-Length: 9\r\n\r\n{\"a\":\"\u00C3(\"}" },
        { "JSON with a lone surrogate in bytes", Json + "Content-Length: 11\r\n\r\n{\"a\":\"\u00ED\u00A0\u0080\"}" },
        { "JSON nested a hundred thousand deep", Json + "Content-Length: 100000\r\n\r\n" + new string('[', 100_000) },
        { "a number that never ends", Json + "Content-Length: 100008\r\n\r\n{\"a\": 1e" + new string('9', 100_000) },
        { "an unknown content coding", Json + "Content-Encoding: brrr\r\nContent-Length: 2\r\n\r\nab" },
        { "a broken content coding", Json + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001F\u008Bab" },
        { "multipart without boundary", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\nContent-Length: 2\r\n\r\nab" },
        { "multipart that breaks off", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5\r\n\r\n--b\r\n" },
        { "a form that is not UTF-8", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=\u00FF" },
        { "a chunk without a size", Json + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n" },
        { "a chunk of a negative size", Json + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n" },
        { "a chunk of an enormous size", Json + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n" },
        { "a chunk longer than its size", Json + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}{}\r\n0\r\n\r\n" },
        { "two lengths", Json + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x" },
        { "a length and chunks", Json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}" },
        { "a length that is no number", Json + "Content-Length: two\r\n\r\n{}" },
        { "a negative length", Json + "Content-Length: -2\r\n\r\n{}" },
        { "a transfer coding that is none", Json + "Transfer-Encoding: chunked, identity\r\n\r\n{}" },
        { "a folded header field", "GET /x HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c: d\r\n\r\n" },
        { "a space before the colon", "GET /x HTTP/1.1\r\nHost: x\r\nX-A : b\r\n\r\n" },
        { "a header field without colon", "GET /x HTTP/1.1\r\nHost: x\r\nnothing\r\n\r\n" },
        { "a NUL in a header field", "GET /x HTTP/1.1\r\nHost: x\r\nX-A: b\0c\r\n\r\n" },
        { "no Host", "GET /x HTTP/1.1\r\n\r\n" },
        { "two Hosts", "GET /x HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" },
        { "a bare line feed in the request line", "GET /x\nHTTP/1.1\r\nHost: x\r\n\r\n" },
        { "no version", "GET /x\r\nHost: x\r\n\r\n" },
        { "a method that is no token", "G(T /x HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a NUL in the path", "GET /x%00 HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a path to other files", "GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "an encoded path to other files", "GET /files/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a path that is not UTF-8", "GET /files/%C3%28 HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a path that is not percent-encoded", "GET /files/%zz HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a thousand header fields", "GET /x HTTP/1.1\r\nHost: x\r\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"X-{i}: a\r\n")) + "\r\n" },
        { "an enormous header field", "GET /x HTTP/1.1\r\nHost: x\r\nX-A: " + new string('a', 100_000) + "\r\n\r\n" },
        { "an enormous request line", "GET /" + new string('a', 100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "an enormous query", "POST /x?q=" + new string('a', 4_000) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n" },
        { "ten thousand path segments", "GET " + string.Concat(Enumerable.Repeat("/a", 3_000)) + " HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "bytes beyond ASCII in a header field", "GET /x HTTP/1.1\r\nHost: x\r\nX-A: \u00FF\u00FE\r\n\r\n" },
        { "a Host that is none", "GET /x HTTP/1.1\r\nHost: a b\r\n\r\n" },
        { "a target in absolute form that is none", "GET http:// HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a target without a slash", "GET x HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "a tunnel", "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n" },
        { "a length beyond all numbers", Json + "Content-Length: 99999999999999999999\r\n\r\n{}" },
        { "a boundary of nothing", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 2\r\n\r\nab" },
        { "a boundary that is too long",
            $"POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary={new string('b', 5_000)}\r\nContent-Length: 2\r\n\r\nab" },
        { "a boundary that never comes",
            "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 20\r\n\r\n--c\r\n\r\nabcdefghijk\r\n" },
        { "parts without end",
            "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n"
            + string.Concat(Enumerable.Repeat("--b\r\n\r\n\r\n", 50_000)) },
        { "a Content-Type without end", $"POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: {new string('a', 8_000)}\r\nContent-Length: 2\r\n\r\n{{}}" },
        { "a path of a parameter that is percent-encoded twice", "GET /files/%2561 HTTP/1.1\r\nHost: x\r\n\r\n" },
        { "another protocol", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003" + new string('\u0001', 40) + "\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Send_MalformedRequest_Is4xxAndTheMockGoesOn(string what, string request)
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { ReadTimeout = TimeSpan.FromSeconds(2) });
        var answer = await PlainSocket.AskAsync(mock.Server.BaseUrl, Encoding.Latin1.GetBytes(request));
        answer.Status.Should().BeInRange(400, 499, what);
        answer.Type.Should().Be("application/problem+json", what);
        var problem = JsonElement.Parse(answer.Body);
        problem.GetProperty("status").GetInt32().Should().Be(answer.Status, what);
        problem.GetProperty("detail").GetString().Should().Match(d => d.Length > 10 && d.Length < 1_000, what);
        await AssertAlive(mock);
    }

    [Fact]
    public async Task Send_LessThanItsLength_LeavesTheMockAlive()
    {
        await using var mock = await MockSession.StartAsync(Api);
        using var client = await PlainSocket.ConnectAsync(mock.Server.BaseUrl);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Json + "Content-Length: 100\r\n\r\n{}"));
        client.Client.Shutdown(SocketShutdown.Send);
        await AssertAlive(mock);
        mock.Server.Journal.Received().Should().OnlyContain(e => e.Request.Method == "GET");
    }

    [Theory]
    [InlineData("GET /x HTTP/1.0\r\n\r\n")]
    [InlineData("GET /x HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n")]
    [InlineData("\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /x?q=%zz&%=%00&&&=&q HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET //x HTTP/1.1\r\nHost: x\r\n\r\n", 404)]
    [InlineData("GET /./a/../x HTTP/1.1\r\nHost: x\r\n\r\n", 404)]
    public async Task Send_OddButAllowed_IsAnswered(string request, int status = 200)
    {
        await using var mock = await MockSession.StartAsync(Api);
        (await PlainSocket.AskAsync(mock.Server.BaseUrl, Encoding.Latin1.GetBytes(request))).Status.Should().Be(status);
        await AssertAlive(mock);
    }

    [Theory]
    [InlineData("GET /x HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    public async Task Send_RequestInsideARequest_IsNotAnswered(string request)
    {
        await using var mock = await MockSession.StartAsync(Api);
        await PlainSocket.ExchangeAsync(mock.Server.BaseUrl, Encoding.Latin1.GetBytes(request));
        mock.Server.Journal.Received().Should().NotContain(e => e.Request.Url.Contains("smuggled", StringComparison.Ordinal));
        await AssertAlive(mock);
    }

    [Fact]
    public async Task Send_BodyThatTrickles_Is408()
    {
        await using var mock = await MockSession.StartAsync(Api, new MockServerOptions { ReadTimeout = TimeSpan.FromMilliseconds(300) });
        using var client = await PlainSocket.ConnectAsync(mock.Server.BaseUrl);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Json + "Content-Length: 1000\r\n\r\n"));
        var reading = FirstLineAsync(client);
        var watch = Stopwatch.StartNew();
        while (!reading.IsCompleted && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            try
            {
                await client.GetStream().WriteAsync(" "u8.ToArray());
            }
            catch (IOException)
            {
                break;
            }
            await Task.WhenAny(reading, Task.Delay(20));
        }
        (await reading.WaitAsync(TimeSpan.FromSeconds(60))).Should().Contain(" 408 ");
        await AssertAlive(mock);
    }

    [Fact]
    public async Task Send_VersionThatIsNone_Is505()
    {
        await using var mock = await MockSession.StartAsync(Api);
        (await PlainSocket.ExchangeAsync(mock.Server.BaseUrl, "GET /x HTTP/9.9\r\nHost: x\r\n\r\n"u8.ToArray())).Should().StartWith("HTTP/1.1 505 ");
        await AssertAlive(mock);
    }

    [Fact]
    public async Task Send_ClientsThatHangUp_LeaveTheMockAlive()
    {
        await using var mock = await MockSession.StartAsync(Api);
        for (var i = 0; i < 50; i++)
        {
            using var client = await PlainSocket.ConnectAsync(mock.Server.BaseUrl);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes((Json + "Content-Length: 1000\r\n\r\n{")[..(20 + i)]));
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        await AssertAlive(mock);
    }

    [Fact]
    public async Task Send_TargetInAbsoluteForm_IsTakenByItsPath()
    {
        await using var mock = await MockSession.StartAsync(Api);
        (await PlainSocket.ExchangeAsync(mock.Server.BaseUrl,
            "GET http://api.example/x HTTP/1.1\r\nHost: api.example\r\nConnection: close\r\n\r\n"u8.ToArray())).Should().StartWith("HTTP/1.1 200 ");
        (await PlainSocket.ExchangeAsync(
            mock.Server.BaseUrl, "GET http://api.example/__mock/health HTTP/1.1\r\nHost: api.example\r\nConnection: close\r\n\r\n"u8.ToArray())).Should()
            .StartWith("HTTP/1.1 200 ").And.EndWith("""{"status":"ok"}""");
        (await PlainSocket.ExchangeAsync(mock.Server.BaseUrl, "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray())).Should()
            .StartWith("HTTP/1.1 204 ");
    }

    private static async Task AssertAlive(MockSession mock) => (await mock.SendAsync("GET", "x", null)).StatusCode.Should().Be(HttpStatusCode.OK);

    private static async Task<string> FirstLineAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1, leaveOpen: true);
        return await reader.ReadLineAsync() ?? "closed";
    }
}
