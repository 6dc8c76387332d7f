using System.IO.Compression;
using System.Text;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

public sealed class RequestBodyTests
{
    private const string Schema = """
        {"type":"object","required":["amount"],"properties":{"amount":{"type":"integer"},"note":{"type":"string"},"flag":{"type":"boolean"},"ids":{"type":"array","items":{"type":"integer"}},"meta":{"type":"object","additionalProperties":{"type":"integer"}},"file":{"type":"string","format":"binary"},"id":{"type":"string","readOnly":true}}}
        """;

    private static readonly ApiSpec Api = Described.Operation("/pay", "post", $$$$$"""
        "requestBody":{"required":true,"content":{
          "application/json":{"schema":{{{{{Schema}}}}} },
          "application/x-www-form-urlencoded":{"schema":{{{{{Schema}}}}} },
          "multipart/form-data":{"schema":{{{{{Schema}}}}},"encoding":{"meta":{"contentType":"application/json"}}},
          "text/plain":{"schema":{"type":"string","maxLength":5}},
          "application/octet-stream":{"schema":{"type":"string","format":"binary"}}}}
        """);

    [Theory]
    [InlineData("""{"amount":1}""", "")]
    [InlineData("""{"amount":"1"}""", "type@body.amount")]
    [InlineData("""{"note":"x"}""", "required@body.amount")]
    [InlineData("""{"amount":1,"ids":[1,"b"]}""", "type@body.ids[1]")]
    [InlineData("""{"amount":1""", "malformed-body@body")]
    [InlineData("", "missing-body@body")]
    [InlineData("{\"amount\":1}{}", "malformed-body@body")]
    [InlineData("{\"amount\":1,\"amount\":2}", "repeated-name@body.amount")]
    public void ValidateRequest_Json_IsJudged(string body, string expected) => Check(Api, Request("POST", "/pay", body)).Should().Be(expected);

    [Theory]
    [InlineData("amount=1&note=a+b&flag=true&ids=1&ids=2&meta[a]=1&meta%5Bb%5D=2", "")]
    [InlineData("amount=1&meta=%7B%22a%22%3A1%7D", "")]
    [InlineData("amount=one", "type@body.amount")]
    [InlineData("note=x", "required@body.amount")]
    [InlineData("amount=1&meta[a]=x", "type@body.meta.a")]
    [InlineData("amount=1&extra=2", "")]
    public void ValidateRequest_Form_IsReadAndJudged(string body, string expected) =>
        Check(Api, Request("POST", "/pay", body, "application/x-www-form-urlencoded")).Should().Be(expected);

    [Theory]
    [InlineData("amount|1", "")]
    [InlineData("amount|one", "type@body.amount")]
    [InlineData("amount|1;ids|1;ids|2", "")]
    [InlineData("amount|1;meta|{\"a\":1}", "missing-content-type@body.meta?")]
    [InlineData("amount|1;meta|{\"a\":\"x\"}", "missing-content-type@body.meta? type@body.meta.a")]
    [InlineData("amount|1;file|\u0000\u0001", "")]
    [InlineData("note|x", "required@body.amount")]
    public void ValidateRequest_Multipart_IsReadAndJudged(string fields, string expected)
    {
        var parts = fields.Split(';').Select(f => f.Split('|')).Select(f => $"--b\r\nContent-Disposition: form-data; name=\"{f[0]}\"\r\n\r\n{f[1]}\r\n");
        Check(Api, Request("POST", "/pay", string.Concat(parts) + "--b--\r\n", "multipart/form-data; boundary=b")).Should().Be(expected);
    }

    [Theory]
    [InlineData("multipart/form-data", "x", "malformed-body@body")]
    [InlineData("multipart/form-data; boundary=b", "--b", "malformed-body@body")]
    [InlineData("text/plain", "hello", "")]
    [InlineData("text/plain; charset=utf-8", "hello!", "max-length@body")]
    [InlineData("application/octet-stream", "{", "")]
    [InlineData("application/vnd.pay+json", """{"amount":1}""", "undocumented-content-type@header.Content-Type")]
    [InlineData("image/png", "x", "undocumented-content-type@header.Content-Type")]
    [InlineData("", """{"amount":1}""", "missing-content-type@header.Content-Type?")]
    [InlineData("", """{"amount":"x"}""", "missing-content-type@header.Content-Type? type@body.amount")]
    public void ValidateRequest_MediaType_SaysHowTheBodyIsRead(string contentType, string body, string expected) =>
        Check(Api, Request("POST", "/pay", body, contentType)).Should().Be(expected);

    [Theory]
    [InlineData("application/vnd.pay+json", """{"amount":1}""", "undocumented-content-type@header.Content-Type")]
    [InlineData("", """{"amount":1}""", "missing-content-type@header.Content-Type")]
    public void ValidateRequest_StrictMode_WantsTheDescribedType(string contentType, string body, string expected) =>
        Check(Api, Request("POST", "/pay", body, contentType), strict: true).Should().Be(expected);

    [Theory]
    [InlineData(false, "unexpected-body@body?")]
    [InlineData(true, "unexpected-body@body")]
    public void ValidateRequest_BodyWhereNoneIsDescribed_IsADeviation(bool strict, string expected) =>
        Check(Described.Paths("/x"), Request("GET", "/x", "{}"), strict).Should().Be(expected);

    [Fact]
    public void ValidateRequest_Utf16AndByteOrderMark_AreUnderstood()
    {
        var request = Request("POST", "/pay") with
        {
            Headers = [new("Content-Type", "application/json; charset=utf-16")],
            Body = Encoding.Unicode.GetBytes("""{"amount":"x"}"""),
        };
        Check(Api, request).Should().Be("type@body.amount");
        Check(Api, Request("POST", "/pay", "\uFEFF{\"amount\":1}")).Should().BeEmpty();
    }

    [Fact]
    public void ValidateRequest_ContentCoding_IsUndoneWithinBounds()
    {
        Check(Api, Zipped("""{"amount":"x"}""")).Should().Be("type@body.amount");
        Check(Api, Request("POST", "/pay", """{"amount":"x"}""", headers: ["Content-Encoding: gzip"])).Should()
            .Be("malformed-body@body? type@body.amount", "the stack decoded it and kept the header");
        var bomb = Zipped("\"" + new string('a', 200_000) + "\"");
        var small = new MessageValidator(Api, new MessageValidatorOptions { MaxBodyBytes = 100_000 });
        Short(small.ValidateRequest(bomb)).Should().Be("malformed-body@body?");
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("br")]
    public void ValidateRequest_OtherContentCodings_AreUndone(string coding)
    {
        using var target = new MemoryStream();
        using (Stream zip = coding == "br"
            ? new BrotliStream(target, CompressionLevel.Fastest)
            : new ZLibStream(target, CompressionLevel.Fastest)) zip.Write("{\"amount\":\"x\"}"u8);
        Check(Api, Request("POST", "/pay") with { Headers = [new("Content-Type", "application/json"), new("Content-Encoding", coding)],
            Body = target.ToArray() }).Should().Be("type@body.amount");
    }

    [Fact]
    public void ValidateRequest_InvalidUtf8InJson_IsAFinding() =>
        Check(Api, Request("POST", "/pay") with { Headers = [new("Content-Type", "application/json")],
            Body = (byte[])[.. "{\"amount\":1,\"note\":\""u8, 0xC3, 0x28, .. "\"}"u8] }).Should().Be("not-utf8@body");

    [Fact]
    public void ValidateRequest_LargerThanTheLimit_IsNotRead() =>
        Short(new MessageValidator(Api, new MessageValidatorOptions { MaxBodyBytes = 10 }).ValidateRequest(Request("POST", "/pay", "{\"amount\":1}"))).Should()
            .Be("body-too-large@body");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=b")]
    [InlineData("text/plain; charset=utf-16")]
    public void ValidateRequest_HostileBodies_AreFindings(string contentType)
    {
        string[] bodies =
        [
            new('[', 200_000), string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), string.Concat(Enumerable.Repeat("a[b]", 100_000)) + "=1",
            string.Concat(Enumerable.Repeat("&=%", 100_000)), "a" + string.Concat(Enumerable.Repeat("[x]", 50_000)) + "=1", new string('-', 300_000),
            string.Concat(Enumerable.Repeat("\r\n--b", 50_000)),
        ];
        foreach (var body in bodies) Check(Api, Request("POST", "/pay", body, contentType)).Should().NotBeEmpty();
        var invalid = Request("POST", "/pay") with { Headers = [new("Content-Type", contentType)], Body = new byte[] { 0xC3, 0x28, 0xFF, 0xFE, 0x00 } };
        FluentActions.Invoking(() => Check(Api, invalid)).Should().NotThrow();
    }

    [Fact]
    public void ValidateRequest_ReadOnlyProperty_IsJudgedByDirection()
    {
        const string schema = """{"type":"object","required":["id","secret"],"properties":{"id":{"type":"string","readOnly":true},"secret":{"type":"string","writeOnly":true}}}""";
        var spec = Described.Operation("/pay", "post", $$$$$"""
            "requestBody":{"content":{"application/json":{"schema":{{{{{schema}}}}} }}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{{{{{schema}}}}} }}}}
            """);
        Check(spec, Request("POST", "/pay", """{"secret":"s"}""")).Should().BeEmpty();
        Check(spec, Response(200, """{"id":"i"}""")).Should().BeEmpty();
        Check(spec, Request("POST", "/pay", "{}")).Should().Be("required@body.secret");
    }

    [Fact]
    public void ValidateRequest_JsonLines_AreJudgedItemByItem()
    {
        var spec = Described.Api("""
            "paths":{"/l":{"post":{"requestBody":{"content":{"application/jsonl":{"itemSchema":{"type":"integer"}}}},"responses":{"200":{"description":""}}}}}
            """.Trim(), "3.2.0");
        Check(spec, Request("POST", "/l", "1\n2\n\n\"x\"\n", "application/jsonl")).Should().Be("type@body[2]");
    }

    private static RecordedRequest Zipped(string json)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(json));
        return Request("POST", "/pay") with { Headers = [new("Content-Type", "application/json"), new("Content-Encoding", "gzip")], Body = target.ToArray() };
    }
}
