using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Proxy.Tests;

public sealed class JudgingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lenient_NothingConforms_PassesAndIsFound()
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, Answer("""{"id":"x"}"""));
        (await hosts.Client.GetStringAsync("/things/y", Token)).Should().Be("""{"id":"x"}""");
        var exchange = await hosts.NextAsync();
        exchange.Verdict.Findings.Select(f => (f.Direction, f.Finding.Where)).Should().BeEquivalentTo(
            [(MessageDirection.Request, "path.id"), (MessageDirection.Response, "body.name"), (MessageDirection.Response, "body.id")]);
        exchange.Refusal.Should().Be(ProxyRefusal.None);
        exchange.Trace.Findings.Should().HaveCount(3);
        exchange.Trace.Operation!.OperationId.Should().Be("getThing");
        exchange.Trace.Origin.Should().Be(TraceOrigin.Proxy);
        exchange.Trace.Request.Url.Should().StartWith("http://127.0.0.1:").And.EndWith("/things/y");
    }

    [Theory]
    [InlineData("/things/1", null)]
    [InlineData("/v1/things/1", null)]
    [InlineData("/nothing", FindingCodes.UnknownPath)]
    public async Task Lenient_Path_IsMatchedWithAndWithoutBasePath(string path, string? code)
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, Answer(Api.Thing));
        await hosts.Client.GetStringAsync(path, Token);
        (await hosts.NextAsync()).Verdict.Findings.Select(f => f.Finding.Code).Should().Equal(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(false, "gzip")]
    [InlineData(true, "gzip")]
    [InlineData(false, "br")]
    public async Task Judge_CompressedBody_IsUnpackedAndPassesPacked(bool strict, string coding)
    {
        var packed = Packed("""{"id":"x","name":"a"}"""u8, coding);
        await using var hosts = await Hosts.StartAsync(Api.Spec, context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = coding;
            return context.Response.Body.WriteAsync(packed, Token).AsTask();
        }, new() { Strict = strict });
        using var response = await hosts.Client.GetAsync("/things/1", Token);
        if (!strict) (await response.Content.ReadAsByteArrayAsync(Token)).Should().Equal(packed);
        else response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await hosts.NextAsync()).Verdict.Findings.Should().ContainSingle().Which.Finding.Where.Should().Be("body.id");
    }

    [Fact]
    public async Task Judge_Bomb_IsNotUnpackedWhole()
    {
        var packed = Packed(new byte[30 * 1024 * 1024], "gzip");
        await using var hosts = await Hosts.StartAsync(Api.Spec, context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed, Token).AsTask();
        });
        (await hosts.Client.GetByteArrayAsync("/things/1", Token)).Should().Equal(packed);
        (await hosts.NextAsync()).Verdict.Findings.Should().ContainSingle().Which.Finding.Message.Should().Contain("larger than 16777216 bytes when decoded");
    }

    [Fact]
    public async Task Strict_WrongRequest_NeverReachesTheApi()
    {
        var calls = 0;
        await using var hosts = await Hosts.StartAsync(Api.Spec, _ =>
        {
            calls++;
            return Task.CompletedTask;
        }, new() { Strict = true });
        using var response = await hosts.Client.PostAsync("/things", new StringContent("{}", Encoding.UTF8, "application/json"), Token);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        problem.RootElement.GetProperty("errors")[0].GetProperty("where").GetString().Should().Be("body.name");
        calls.Should().Be(0);
        var exchange = await hosts.NextAsync();
        exchange.Refusal.Should().Be(ProxyRefusal.Request);
        exchange.Exchange.Response.Should().BeNull();
        exchange.Verdict.IsValid.Should().BeFalse();
    }

    [Fact]
    public async Task Strict_WrongResponse_NeverReachesTheClient()
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, Answer("""{"id":"secret-value"}"""), new() { Strict = true });
        using var response = await hosts.Client.GetAsync("/things/1", Token);
        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Headers.Contains("ETag").Should().BeFalse();
        (await response.Content.ReadAsStringAsync(Token)).Should().Contain("of status 200").And.Contain("body.name");
        var exchange = await hosts.NextAsync();
        exchange.Refusal.Should().Be(ProxyRefusal.Response);
        exchange.Exchange.Response!.Status.Should().Be(200);
        Encoding.UTF8.GetString(exchange.Exchange.Response.Body.Span).Should().Be("""{"id":"secret-value"}""");
    }

    [Fact]
    public async Task Strict_Conforming_Passes()
    {
        await using var hosts = await Hosts.StartAsync(Api.Spec, Answer(Api.Thing), new() { Strict = true });
        using var response = await hosts.Client.GetAsync("/things/1", Token);
        (await response.Content.ReadAsStringAsync(Token)).Should().Be(Api.Thing);
        response.Headers.ETag!.Tag.Should().Be("\"there\"");
        var exchange = await hosts.NextAsync();
        exchange.Verdict.IsValid.Should().BeTrue();
        exchange.Verdict.Unknown.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Strict_LongBodies_PassUnjudgedAndItIsSaid(bool hasLength)
    {
        var longer = new string('x', 5000);
        await using var hosts = await Hosts.StartAsync(Api.Spec, async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync(Token);
            body.Should().Be(longer);
            context.Response.ContentType = "application/json";
            if (hasLength) context.Response.ContentLength = longer.Length;
            context.Response.StatusCode = 201;
            await context.Response.WriteAsync(longer, Token);
        }, new() { Strict = true, MaxJudgedBytes = 4096 });
        using var content = new ChunkedContent(Encoding.ASCII.GetBytes(longer), new SeededBytes(3), isChunked: !hasLength);
        content.Headers.ContentType = new("application/json");
        using var response = await hosts.Client.PostAsync("/things", content, Token);
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        (await response.Content.ReadAsStringAsync(Token)).Should().Be(longer);
        (await hosts.NextAsync()).Verdict.Unknown.Should().Equal(
            new UnknownPlace(MessageDirection.Request, "body", UnknownReason.Damaged),
            new UnknownPlace(MessageDirection.Response, "body", UnknownReason.Damaged));
    }

    [Fact]
    public async Task Trace_OfSecrets_HoldsNone()
    {
        const string Secret = "hunter2-hunter2";
        await using var hosts = await Hosts.StartAsync(Api.Spec, Answer($$"""{"id":1,"name":"a","token":"{{Secret}}"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/things/1?api_key={Secret}") { Headers = { { "Authorization", $"Bearer {Secret}" } } };
        await hosts.Client.SendAsync(request, Token);
        await hosts.NextAsync();
        while (hosts.Traces.IsEmpty) await Task.Delay(5, Token);
        Encoding.UTF8.GetString(TraceJson.Serialize(hosts.Traces.Single())).Should().NotContain(Secret);
    }

    private static RequestDelegate Answer(string json) => context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ETag = "\"there\"";
        return context.Response.WriteAsync(json, Token);
    };

    private static byte[] Packed(ReadOnlySpan<byte> bytes, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding == "gzip"
            ? new GZipStream(packed, CompressionLevel.Fastest) : new BrotliStream(packed, CompressionLevel.Fastest)) stream.Write(bytes);
        return packed.ToArray();
    }
}
