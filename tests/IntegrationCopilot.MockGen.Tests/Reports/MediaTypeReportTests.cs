using System.Text.Json;
using System.Xml.Linq;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A body is in the syntax of its media type, or a note says that it is not.</summary>
public sealed class MediaTypeReportTests
{
    private const string Thing = """{ type: object, required: [a, b], properties: { a: { type: string, enum: ["x, y"] }, b: { type: integer, enum: [7] } } }""";
    private const string Rows = $$"""{ schema: { type: array, minItems: 2, maxItems: 2, items: {{Thing}} } }""";
    private const string One = $$"""{ schema: {{Thing}} }""";

    [Theory]
    [InlineData("csv", "text/csv", @"^a,b\r\n66,\w+\r\n$")]
    [InlineData("multi", "multipart/mixed; boundary=", @"^--(\S+)\r\n[\s\S]+\r\n\r\n[\s\S]+\r\n--\1--\r\n$")]
    [InlineData("form", "multipart/form-data; boundary=", "^--(\\S+)\\r\\nContent-Disposition: form-data; name=\"a\"\\r\\n\\r\\n\\w+\\r\\n--\\1--\\r\\n$")]
    [InlineData("html", "text/html", "^<!DOCTYPE html>")]
    [InlineData("oct", "application/octet-stream", "^[^{]+$")]
    [InlineData("pdf", "application/pdf", @"^%PDF-1\.\d[\s\S]+xref[\s\S]+startxref\n\d+\n%%EOF")]
    [InlineData("sse", "text/event-stream", @"^data: \{""a"":\d+\}\n\n$")]
    [InlineData("yaml", "text/yaml", @"^\w+$")]
    public async Task Report_EachType_IsInItsSyntax(string path, string type, string pattern)
    {
        await using var mock = await ReportedMock.StartAsync("21-json-under-other-types");
        var got = await mock.GetAsync(path);
        got.Type.Should().StartWith(type);
        got.Text.Should().MatchRegex(pattern);
        got["Mock-Nonconforming"].Should().BeNull();
    }

    [Theory]
    [InlineData("text/csv", Rows, "a,b\r\n\"x, y\",7\r\n\"x, y\",7\r\n")]
    [InlineData("text/csv; header=present", Rows, "a,b\r\n\"x, y\",7\r\n\"x, y\",7\r\n")]
    [InlineData("application/csv", One, "a,b\r\n\"x, y\",7\r\n")]
    [InlineData("text/tab-separated-values", Rows, "a\tb\nx, y\t7\nx, y\t7\n")]
    [InlineData("text/plain", One, "a: x, y\nb: 7\n")]
    [InlineData("application/x-ndjson", Rows, "{\"a\":\"x, y\",\"b\":7}\n{\"a\":\"x, y\",\"b\":7}\n")]
    [InlineData("application/json-seq", One, "\u001e{\"a\":\"x, y\",\"b\":7}\n")]
    [InlineData("application/x-www-form-urlencoded", One, "a=x%2C%20y&b=7")]
    [InlineData("application/yaml", One, "a: \"x, y\"\nb: 7\n")]
    [InlineData("application/xml", """{ schema: { type: object, xml: { name: r }, required: [b], properties: { b: { type: integer, enum: [7] } } } }""",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><r><b>7</b></r>")]
    [InlineData("text/csv", """{ schema: { type: array, items: { type: object } }, example: "a;b\n1;2\n" }""", "a;b\n1;2\n")]
    public async Task Type_Known_IsWrittenAsItIs(string type, string media, string body)
    {
        await using var mock = await ReportedMock.AnsweringAsync("3.1.0", type, media);
        var got = await mock.GetAsync("x");
        (got.Type, got["Mock-Nonconforming"]).Should().Be((type, null));
        got.Text.Replace("+", "%20", StringComparison.Ordinal).Should().Be(body);
    }

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/related")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/alternative")]
    public async Task Multipart_AnyKind_NamesItsBoundary(string type)
    {
        await using var mock = await ReportedMock.AnsweringAsync("3.1.0", type, One);
        var got = await mock.GetAsync("x");
        var boundary = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(got.Type).Parameters.Single(p => p.Name == "boundary").Value!.Trim('"');
        got.Text.Should().StartWith($"--{boundary}\r\n").And.EndWith($"\r\n--{boundary}--\r\n").And.Contain("\r\n\r\nx, y\r\n");
    }

    [Theory]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/html")]
    public async Task Html_AnyValue_IsWellFormed(string type)
    {
        foreach (var media in (string[])[One, Rows, "{ schema: { type: string } }"])
        {
            await using var mock = await ReportedMock.AnsweringAsync("3.1.0", type, media);
            XDocument.Parse((await mock.GetAsync("x")).Text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!.Name.LocalName.Should().Be("html");
        }
    }

    [Theory]
    [InlineData("application/vnd.ms-excel")]
    [InlineData("application/x-protobuf")]
    [InlineData("application/cbor")]
    [InlineData("text/vcard")]
    [InlineData("application/zip")]
    [InlineData("image/png")]
    [InlineData("video/mp4")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded", Rows)]
    public async Task Type_ThatCannotBeWritten_SaysSo(string type, string media = One)
    {
        await using var mock = await ReportedMock.AnsweringAsync("3.1.0", type, media);
        var got = await mock.GetAsync("x");
        (got.Status, got.Type).Should().Be((200, type));
        got["Mock-Nonconforming"].Should().NotBeNull();
        if (!type.StartsWith("application/vnd", StringComparison.Ordinal)) return;
        JsonElement.Parse(got.Text).ValueKind.Should().Be(JsonValueKind.Object);
    }
}
