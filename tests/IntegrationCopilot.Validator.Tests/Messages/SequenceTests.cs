using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.Validator.Tests.MessageSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Sequential media types (OpenAPI 3.2.0, section 4.14.4, "Complete vs Streaming Content").</summary>
public sealed class SequenceTests
{
    private const string Value = """{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}""";
    private const string Tick = """{"type":"object","required":["event","data"],"properties":{"event":{"const":"tick"},"data":{"type":"string","maxLength":9},"id":{"type":"string"},"retry":{"type":"integer"}}}""";

    [Theory]
    [InlineData("application/jsonl", "1\n2\n\n\"x\"\n", "type@body[2]")]
    [InlineData("application/x-ndjson", "1\r\n2", "")]
    [InlineData("application/x-ndjson", "1\n{\n2", "malformed-body@body[1]")]
    [InlineData("application/json-seq", "\u001e1\n\u001e\n 2\n\u001e\"x\"\n", "type@body[2]")]
    [InlineData("application/json-seq", "\u001e1\n\u001e", "")]
    [InlineData("application/geo+json-seq", "\u001e1\u001eb", "malformed-body@body[1]")]
    public void ValidateRequest_ItemSchema_JudgesEachItem(string type, string body, string expected) =>
        Check(Of(type, "\"itemSchema\":{\"type\":\"integer\"}"), Request("POST", "/s", body, type)).Should().Be(expected);

    [Theory]
    [InlineData("3.2.0", """{"type":"array","maxItems":2,"items":{"type":"integer"}}""", "1\n2\n3", "max-items@body")]
    [InlineData("3.2.0", """{"type":"array","items":{"type":"integer"}}""", "1\n\"x\"", "type@body[1]")]
    [InlineData("3.2.0", """{"type":"object"}""", "{}", "type@body")]
    [InlineData("3.0.3", """{"type":"object","required":["a"]}""", "{}\n{\"a\":1}", "required@body[0].a")]
    [InlineData("3.1.1", """{"type":"array","maxItems":1}""", "1\n2", "max-items@body")]
    [InlineData("3.2.0", """{}""", "1\nx", "malformed-body@body[1]")]
    public void ValidateRequest_SchemaOfASequence_IsOfTheWholeSince32(string version, string schema, string body, string expected) =>
        Check(Of("application/x-ndjson", $"\"schema\":{schema}", version), Request("POST", "/s", body, "application/x-ndjson")).Should().Be(expected);

    [Theory]
    [InlineData("""{"a":1}{"a":2} {"a":3}""", "")]
    [InlineData("{\n\"a\":1\n}\n{\"a\":2}\n", "")]
    [InlineData("""{"a":1}{"a":"x"}{}""", "type@body[1].a required@body[2].a")]
    [InlineData("""{"a":1}{"a":""", "malformed-body@body[1]")]
    [InlineData("""<html>""", "malformed-body@body[0]")]
    public void ValidateResponse_StreamOfAGateway_JudgesEachValue(string body, string expected)
    {
        foreach (var schema in (string[])["""{"$ref":"#/x-stream-definitions/Tick"}""", """{"title":"Stream result of Tick",""" + Value[1..]])
        {
            var text = """
                {"swagger":"2.0","info":{"title":"T","version":"1"},"produces":["application/json"],"x-stream-definitions":{"Tick":VALUE},
                "paths":{"/s":{"post":{"responses":{"200":{"description":"A stream.","schema":SCHEMA}}}}}}
                """.Replace("VALUE", Value, StringComparison.Ordinal).Replace("SCHEMA", schema, StringComparison.Ordinal);
            var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "s.json").Spec!;
            Check(spec, Response(200, body, "application/json")).Should().Be(expected);
        }
    }

    [Fact]
    public void ValidateRequest_BothSchemas_AreApplied() =>
        Check(Of("application/jsonl", "\"schema\":{\"type\":\"array\",\"maxItems\":1},\"itemSchema\":{\"type\":\"integer\"}"),
            Request("POST", "/s", "1\n\"x\"", "application/jsonl"))
            .Should().Be("type@body[1] max-items@body");

    [Fact]
    public void ValidateRequest_FindingOfAnItem_HasItsPointer() =>
        new MessageValidator(Of("application/jsonl", "\"itemSchema\":{\"properties\":{\"a\":{\"type\":\"integer\"}}}"))
            .ValidateRequest(Request("POST", "/s", "{}\n{\"a\":\"x\"}", "application/jsonl"))
            .Findings.Should().ContainSingle().Which.Pointer.Should().Be("/1/a");

    [Theory]
    [InlineData("event: tick\ndata: a\n\nevent: tick\ndata: b\nid: 7\nretry: 0100\n\n", "")]
    [InlineData("\uFEFF: comment\r\nevent:tick\r\ndata:a\r\ndata: b\r\n\r\n", "")]
    [InlineData("event: tick\rdata\r\r", "")]
    [InlineData("data: {\"event\":\"tick\"}\n\n", "required@body[0].event max-length@body[0].data")]
    [InlineData("event: tick\ndata: a\n\nevent: tock\ndata: b\n\n", "const@body[1].event")]
    [InlineData("event: tick\n\n", "")]
    [InlineData("event: tick\ndata: a\nretry: soon\n\n", "")]
    [InlineData("event: tick\ndata: a\n", "malformed-body@body?")]
    [InlineData("{\"event\":\"tick\"}\n\n", "malformed-body@body?")]
    public void ValidateRequest_EventStream_IsParsedIntoEvents(string body, string expected) =>
        Check(Of("text/event-stream", $"\"itemSchema\":{Tick}"), Request("POST", "/s", body, "text/event-stream")).Should().Be(expected);

    [Theory]
    [InlineData("data: {\"a\":1}\n\n", "")]
    [InlineData("data: {\"a\":\"x\"}\n\n", "type@body[0].a")]
    [InlineData("data: {\"a\":1}\n\ndata: [DONE]x\n\n", "unchecked-body@body[1]?")]
    public void ValidateRequest_EventStreamBefore32_IsJudgedByItsData(string body, string expected) =>
        Check(Of("text/event-stream", """ "schema":{"type":"object","properties":{"a":{"type":"integer"}}} """, "3.0.3"),
            Request("POST", "/s", body, "text/event-stream")).Should().Be(expected);

    [Theory]
    [InlineData("3.2.0", Tick, """[{"event":"tick","data":"a\nb","id":"7","retry":5}]""", "event: tick\nid: 7\nretry: 5\ndata: a\ndata: b\n\n")]
    [InlineData("3.2.0", """{"type":"string"}""", """["a"]""", "data: a\n\n")]
    public void Serialize_EventStream_WritesFields(string version, string schema, string json, string expected) =>
        Written(Of("text/event-stream", $"\"itemSchema\":{schema}", version), json).Should().Be(expected);

    [Theory]
    [InlineData("application/json-seq", "\u001e1\n\u001e{\"a\":2}\n")]
    [InlineData("application/x-ndjson", "1\n{\"a\":2}\n")]
    public void Serialize_JsonSequence_WritesEachItem(string type, string expected) =>
        Written(Of(type, "\"itemSchema\":{}"), """[1,{"a":2}]""").Should().Be(expected);

    [Theory]
    [InlineData("--b\r\nContent-Type: application/json\r\n\r\n{\"n\":1}\r\n--b\r\nContent-Type: image/png\r\n\r\n\u0001\r\n--b--", "")]
    [InlineData("--b\r\nContent-Type: application/json\r\n\r\n{\"n\":\"x\"}\r\n--b\r\nContent-Type: image/png\r\n\r\n\u0001\r\n--b--", "type@body[0].n")]
    [InlineData("--b\r\n\r\n{\"n\":1}\r\n--b\r\nContent-Type: text/html\r\n\r\nx\r\n--b--", "missing-content-type@body[0]? undocumented-content-type@body[1]?")]
    public void ValidateRequest_MultipartMixed_IsReadByPosition(string body, string expected)
    {
        var spec = Of("multipart/mixed",
            """ "schema":{"type":"array","prefixItems":[{"type":"object","properties":{"n":{"type":"integer"}}},{}]},"prefixEncoding":[{},{"contentType":"image/*"}] """);
        Check(spec, Request("POST", "/s", body, "multipart/mixed; boundary=b")).Should().Be(expected);
    }

    [Fact]
    public void ValidateRequest_StreamedParts_AreJudgedByItemSchemaAndItemEncoding()
    {
        var spec = Of("multipart/mixed",
            """ "itemSchema":{"maxLength":3},"itemEncoding":{"contentType":"image/jpg","headers":{"X-Rate":{"required":true,"schema":{"type":"integer"}}}} """);
        const string body =
            "--b\r\nContent-Type: image/jpg\r\nX-Rate: 1\r\n\r\nabc\r\n--b\r\nContent-Type: image/jpg\r\nX-Rate: b\r\n\r\nabcd\r\n--b\r\nContent-Type: image/jpg\r\n\r\na\r\n--b--";
        Check(spec, Request("POST", "/s", body, "multipart/mixed; boundary=b")).Should()
            .Be("type@body[1].header.X-Rate max-length@body[1] missing-header@body[2].header.X-Rate");
    }

    [Fact]
    public void Serialize_MultipartMixed_IsReadBack()
    {
        var spec = Of("multipart/mixed",
            """ "schema":{"type":"array","prefixItems":[{"type":"object","properties":{"n":{"type":"integer"}}},{"type":"array","prefixItems":[{"type":"string"},{"type":"object"}]}]},"prefixEncoding":[{},{"contentType":"multipart/mixed"}] """);
        var body = BodySerializer.Serialize(spec, spec.Operations[0].RequestBody!.Content[0], JsonDocument.Parse("""[{"n":1},["a",{"b":2}]]""").RootElement);
        Check(spec, Request("POST", "/s") with { Headers = [new("Content-Type", body.ContentType)], Body = body.Bytes }).Should()
            .BeEmpty(Encoding.UTF8.GetString(body.Bytes.Span));
    }

    private static string Written(ApiSpec spec, string json) =>
        Encoding.UTF8.GetString(BodySerializer.Serialize(spec, spec.Operations[0].RequestBody!.Content[0], JsonDocument.Parse(json).RootElement).Bytes.Span);

    private static ApiSpec Of(string type, string members, string version = "3.2.0") =>
        Described.Operation("/s", "post", $"\"requestBody\":{{\"content\":{{\"{type}\":{{{members}}}}}}}", version: version);
}
