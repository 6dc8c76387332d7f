using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntegrationCopilot.Proxy.Tests;

public sealed class ForwardingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forward_AnyBytesInAnyChunks_ComeAsTheyWere(bool strict)
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, EchoInOtherChunksAsync, new() { Strict = strict, MaxJudgedBytes = 100_000 });
        var random = new SeededBytes(7);
        for (var round = 0; round < 60; round++)
        {
            var body = random.Next(round switch { < 10 => round, < 50 => random.Number(50_000), _ => 90_000 + random.Number(200_000) });
            using var request = new HttpRequestMessage(HttpMethod.Post, "/bytes") { Content = new ChunkedContent(body, random, isChunked: round % 2 == 0) };
            using var response = await hosts.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
            response.StatusCode.Should().Be(HttpStatusCode.OK);
            (await response.Content.ReadAsByteArrayAsync(Token)).AsSpan().SequenceEqual(body).Should().BeTrue("round {0} of {1} bytes", round, body.Length);
            var exchange = (await hosts.NextAsync()).Exchange;
            var kept = body.Length > 100_000 ? [] : body;
            exchange.Request.Body.Span.SequenceEqual(kept).Should().BeTrue();
            exchange.Response!.Body.Span.SequenceEqual(kept).Should().BeTrue();
            exchange.Unknown.Should().HaveCount(body.Length > 100_000 ? 2 : 0);
        }
    }

    [Theory]
    [InlineData("/things/1")]
    [InlineData("/things/%31?b=%20+&a=%C3%A9&&x")]
    [InlineData("/a%2Fb//c/%2e%2e/d")]
    [InlineData("/a;b=c,d/'(e)!*$&=:@")]
    public async Task Forward_Path_IsAsWritten(string path)
    {
        var seen = "";
        await using var hosts = await Hosts.StartAsync(Api.Spec, context =>
        {
            seen = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            return Task.CompletedTask;
        }, path: "/v1/");
        (await RawAsync(hosts.Url, $"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).Should().StartWith("HTTP/1.1 200");
        seen.Should().Be("/v1" + path);
    }

    [Fact]
    public async Task Forward_Headers_OnlyThoseOfOneConnectionChange()
    {
        IHeaderDictionary? seen = null;
        await using var hosts = await Hosts.StartAsync(Api.Spec, context =>
        {
            seen = new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
            context.Response.Headers.Append("Set-Cookie", "a=1");
            context.Response.Headers.Append("Set-Cookie", "b=2");
            context.Response.Headers["X-Api"] = "there";
            return context.Response.WriteAsync("{}", Token);
        });
        var answer = await RawAsync(hosts.Url,
            "GET /things/1 HTTP/1.0\r\nHost: client.example:81\r\nConnection: X-Mine\r\nX-Mine: 1\r\nKeep-Alive: 5\r\nTE: gzip\r\n"
            + "Accept-Encoding: gzip, br\r\nAuthorization: Bearer t\r\nCookie: s=1; t=2\r\nX-Forwarded-For: 10.0.0.1\r\ntraceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n\r\n");
        answer.Should().Contain("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n").And.Contain("X-Api: there\r\n").And.NotContain("Server:");
        seen!.Host.ToString().Should().StartWith("127.0.0.1:");
        seen.Should().NotContainKey("X-Mine").And.NotContainKey("Keep-Alive").And.NotContainKey("Transfer-Encoding");
        seen.AcceptEncoding.ToString().Should().Be("gzip, br");
        seen.Authorization.ToString().Should().Be("Bearer t");
        seen.Cookie.ToString().Should().Be("s=1; t=2");
        seen.TraceParent.ToString().Should().Be("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        seen["X-Forwarded-For"].ToString().Should().Be("10.0.0.1, 127.0.0.1");
        seen["X-Forwarded-Host"].ToString().Should().Be("client.example:81");
        seen["X-Forwarded-Proto"].ToString().Should().Be("http");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forward_Head_HasALengthAndNoBody(bool strict)
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Api.Thing.Length;
            return context.Request.Method == "HEAD" ? Task.CompletedTask : context.Response.WriteAsync(Api.Thing, Token);
        }, new() { Strict = strict });
        using var response = await hosts.Client.SendAsync(new(HttpMethod.Head, "/things/1"), Token);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.Should().Be(Api.Thing.Length);
        (await hosts.NextAsync()).Verdict.Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forward_ExpectContinue_IsContinued(bool strict)
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, Token);
            context.Response.StatusCode = 201;
        }, new() { Strict = strict });
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/things") { Content = new StringContent("""{"name":"a"}""", Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        (await hosts.Client.SendAsync(request, Token)).StatusCode.Should().Be(HttpStatusCode.Created);
        (await hosts.NextAsync()).Verdict.IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task Forward_Trailers_Arrive()
    {
        using var upstream = new TcpListener(IPAddress.Loopback, 0);
        upstream.Start();
        var answering = AnswerOnceAsync(upstream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 42\r\n\r\n");
        await using var hosts = await Hosts.BeforeAsync(Api.Spec, new Uri($"http://{upstream.LocalEndpoint}"), protocols: HttpProtocols.Http2);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/bytes") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await hosts.Client.SendAsync(request, Token);
        (await response.Content.ReadAsStringAsync(Token)).Should().Be("hi");
        response.TrailingHeaders.GetValues("X-Sum").Should().Equal("42");
        await answering;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forward_ServerSentEvents_ComeOneByOne(bool strict)
    {
        var next = new SemaphoreSlim(0);
        await using var hosts = await Hosts.StartAsync(Api.Spec, async context =>
        {
            context.Response.ContentType = "text/event-stream";
            for (var i = 0; i < 3; i++)
            {
                await context.Response.WriteAsync($"data: {i}\n\n", Token);
                await context.Response.Body.FlushAsync(Token);
                await next.WaitAsync(Token);
            }
        }, new() { Strict = strict });
        using var response = await hosts.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        for (var i = 0; i < 3; i++)
        {
            (await reader.ReadLineAsync(Token)).Should().Be($"data: {i}");
            (await reader.ReadLineAsync(Token)).Should().BeEmpty();
            next.Release();
        }

        (await reader.ReadLineAsync(Token)).Should().BeNull();
        Encoding.UTF8.GetString((await hosts.NextAsync()).Exchange.Response!.Body.Span).Should().Be("data: 0\n\ndata: 1\n\ndata: 2\n\n");
    }

    [Fact]
    public async Task Forward_LargeUpload_PassesWhereTheServerWouldRefuse()
    {
        var received = 0L;
        await using var hosts = await Hosts.StartAsync(Api.Spec, async context =>
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            var buffer = new byte[64 * 1024];
            while (await context.Request.Body.ReadAsync(buffer, Token) is > 0 and var read) received += read;
        });
        using var content = new ByteArrayContent(
            new byte[20 * 1024 * 1024]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        (await hosts.Client.PostAsync("/bytes", content, Token)).StatusCode.Should().Be(HttpStatusCode.OK);
        received.Should().Be(20 * 1024 * 1024);
        var exchange = await hosts.NextAsync();
        exchange.Verdict.Unknown.Should().Equal(new UnknownPlace(MessageDirection.Request, "body", UnknownReason.Damaged));
        exchange.Exchange.Request.Body.IsEmpty.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Forward_WebSocket_IsATunnelAndOneExchange(bool strict)
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, EchoSocketAsync, new() { Strict = strict });
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(hosts.Url) { Scheme = "ws", Path = "/socket" }.Uri, Token);
        var opening = await hosts.NextAsync();
        opening.Exchange.Response!.Status.Should().Be(101);
        opening.Verdict.IsValid.Should().BeTrue();
        var buffer = new byte[100];
        foreach (var text in (string[])["one", "two"])
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Token);
            var received = await socket.ReceiveAsync(buffer, Token);
            Encoding.UTF8.GetString(buffer, 0, received.Count).Should().Be(text);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Token);
        hosts.Exchanges.Should().BeEmpty();
        hosts.Traces.Should().ContainSingle();
    }

    [Fact]
    public async Task Forward_ClientLeaves_CancelsTheRequestToTheApi()
    {
        var (begun, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var hosts = await Hosts.StartAsync(Api.Spec, async context =>
        {
            context.RequestAborted.Register(left.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var leaving = new CancellationTokenSource();
        var asking = hosts.Client.GetAsync("/things/1", leaving.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await leaving.CancelAsync();
        await asking.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        await left.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        var exchange = await hosts.NextAsync();
        exchange.Error.Should().BeOfType<OperationCanceledException>();
        exchange.Exchange.Response.Should().BeNull();
        exchange.Trace.ErrorCategory.Should().Be(TraceErrorCategory.Cancelled);
    }

    [Fact]
    public async Task Forward_NobodyThere_Is502()
    {
        await using var hosts = await Hosts.BeforeAsync(Api.Spec, new Uri("http://127.0.0.1:1/"));
        using var response = await hosts.Client.GetAsync("/things/1", Token);
        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync(Token)).Should().Contain("cannot reach http://127.0.0.1:1");
        var exchange = await hosts.NextAsync();
        exchange.Exchange.Response.Should().BeNull();
        exchange.Trace.ErrorCategory.Should().Be(TraceErrorCategory.Network);
    }

    [Fact]
    public async Task Forward_NoAnswer_Is504()
    {
        await using var hosts = await Hosts.StartAsync(
            Api.Spec, context => Task.Delay(Timeout.Infinite, context.RequestAborted), new() { Timeout = TimeSpan.FromMilliseconds(200) });
        using var response = await hosts.Client.GetAsync("/things/1", Token);
        response.StatusCode.Should().Be(HttpStatusCode.GatewayTimeout);
        (await response.Content.ReadAsStringAsync(Token)).Should().Contain("has not answered the recording proxy within 0.2 seconds");
        (await hosts.NextAsync()).Trace.ErrorCategory.Should().Be(TraceErrorCategory.Timeout);
    }

    [Fact]
    public async Task Forward_ResponseBreaksOff_BreaksOffAndIsNotJudged()
    {
        using var upstream = new TcpListener(IPAddress.Loopback, 0);
        upstream.Start();
        var answering = AnswerOnceAsync(upstream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":");
        await using var hosts = await Hosts.BeforeAsync(Api.Spec, new Uri($"http://{upstream.LocalEndpoint}"));
        await hosts.Client.Awaiting(client => client.GetStringAsync("/things/1", Token)).Should().ThrowAsync<HttpRequestException>();
        await answering;
        var exchange = await hosts.NextAsync();
        exchange.Error.Should().NotBeNull();
        exchange.Verdict.IsValid.Should().BeTrue();
    }

    /// <summary>Gives back what came, in chunks of its own.</summary>
    private static async Task EchoInOtherChunksAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, Token);
        context.Response.ContentType = "application/octet-stream";
        if (body.Length % 3 == 0) context.Response.ContentLength = body.Length;
        for (var offset = 0; offset < body.Length; offset += 7919)
        {
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(offset, (int)Math.Min(7919, body.Length - offset)), Token);
            if (offset % 2 == 0) await context.Response.Body.FlushAsync(Token);
        }
    }

    private static async Task EchoSocketAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[100];
        while (await socket.ReceiveAsync(buffer, Token) is { MessageType: not WebSocketMessageType.Close } received)
            await socket.SendAsync(buffer.AsMemory(0, received.Count), WebSocketMessageType.Text, endOfMessage: true, Token);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Token);
    }

    private static async Task AnswerOnceAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(Token);
        await using var stream = client.GetStream();
        var buffer = new byte[8192];
        var text = "";
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal)) text += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, Token));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Token);
    }

    private static async Task<string> RawAsync(Uri url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Token);
    }
}
