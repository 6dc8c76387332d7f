using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Answers are in the syntax of their media type, whatever the schema.</summary>
public sealed class MediaTypeAnswersTests
{
    private const string Thing =
        "{ type: object, required: [a, b, c], properties: { a: { type: integer, example: 7 }, b: { type: string, example: 'x, \"y\"' }, c: { type: object, required: [d], properties: { d: { type: string, example: 'no' } } } } }";

    private static Task<MockSession> StartAsync(string mediaType, string content) => MockSession.StartAsync($$"""
        openapi: 3.2.0
        info: { title: Media, version: "1" }
        paths:
          /x: { get: { responses: { "200": { description: ok, content: { '{{mediaType}}': {{content}} } } } } }
        """);

    private static async Task<(string Type, string Body, string? Note)> GetAsync(string mediaType, string content, string accept = "*/*")
    {
        await using var mock = await StartAsync(mediaType, content);
        var answer = await mock.SendAsync("GET", "x", null, $"Accept: {accept}");
        var note = answer.Headers.TryGetValues("Mock-Nonconforming", out var notes) ? string.Join(' ', notes) : null;
        return (answer.Content.Headers.NonValidated["Content-Type"].ToString(), await answer.Content.ReadAsStringAsync(), note);
    }

    [Fact]
    public async Task Csv_ListOfObjects_HasAHeaderLineAndQuotes() =>
        (await GetAsync("text/csv", $"{{ schema: {{ type: array, minItems: 1, maxItems: 1, items: {Thing} }} }}")).Should()
            .Be(("text/csv", "a,b,c.d\r\n7,\"x, \"\"y\"\"\",no\r\n", null));

    [Fact]
    public async Task Csv_EmptyList_HasTheDescribedColumns() =>
        (await GetAsync("text/csv", $"{{ schema: {{ type: array, items: {Thing} }}, example: [] }}")).Body.Should().Be("a,b,c\r\n");

    [Fact]
    public async Task Csv_ListOfLists_IsATable() =>
        (await GetAsync("text/csv", "{ example: [[n, m], [1, null]] }")).Body.Should().Be("n,m\r\n1,null\r\n");

    [Fact]
    public async Task TabSeparated_ListOfObjects_HasNoTabsInItsCells() =>
        (await GetAsync("text/tab-separated-values", "{ example: [{ a: \"1\\t2\", b: \"3\\n4\" }] }")).Body.Should().Be("a\tb\n1 2\t3 4\n");

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xhtml+xml")]
    public async Task Html_Object_IsAWellFormedPage(string type)
    {
        var (sent, body, note) = await GetAsync(type, $"{{ schema: {Thing} }}");
        (sent, note).Should().Be((type, null));
        body.Should().StartWith("<!DOCTYPE html>");
        XDocument.Parse(body.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Descendants().Select(e => e.Name.LocalName).Should()
            .Contain(["html", "title", "dl", "dt", "dd"]);
        body.Should().Contain("x, &quot;y&quot;");
    }

    [Fact]
    public async Task Html_StringThatIsNarrowed_StaysAsItIs() =>
        (await GetAsync("text/html", "{ schema: { type: string, enum: ['<p>one</p>'] } }")).Should().Be(("text/html", "<p>one</p>", null));

    [Fact]
    public async Task PlainText_Object_IsLines() =>
        (await GetAsync("text/plain", $"{{ schema: {Thing} }}")).Body.Should().Be("a: 7\nb: x, \"y\"\nc:\n  d: no\n");

    [Theory]
    [InlineData("application/yaml")]
    [InlineData("text/yaml")]
    [InlineData("application/vnd.thing+yaml")]
    public async Task Yaml_Object_IsReadBackTheSame(string type)
    {
        var (sent, body, _) = await GetAsync(type, $"{{ schema: {Thing} }}");
        sent.Should().Be(type);
        body.Should().NotStartWith("{").And.StartWith("a: 7\n");
        // The reader of descriptions reads YAML: what was a string must still be one.
        var read = ApiSpecReader.Read(
            Encoding.UTF8.GetBytes(
            $"openapi: 3.1.0\ninfo: {{ title: t, version: '1' }}\npaths: {{}}\nx-v:\n{Regex.Replace(body, "^", "  ", RegexOptions.Multiline)}"),
            "read.yaml").Spec!;
        JsonSerializer.Serialize(JsonDocument.Parse(read.Document.Find("/x-v").ToUtf8Json()).RootElement).Should()
            .Be("""{"a":7,"b":"x, \u0022y\u0022","c":{"d":"no"}}""");
    }

    [Fact]
    public async Task EventStream_ItemsThatAreEvents_HaveTheirFields()
    {
        var (type, body, note) = await GetAsync("text/event-stream",
            "{ itemSchema: { type: object, required: [event, data, id], properties: { event: { const: tick }, data: { type: string, example: \"one\\ntwo\" }, id: { type: string }, retry: { type: integer } } } }");
        (type, note).Should().Be(("text/event-stream", null));
        var events = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        events.Should()
            .HaveCount(3).And.OnlyContain(e => e.Contains("event: tick\n", StringComparison.Ordinal) && e.Contains("data: ", StringComparison.Ordinal)
            && e.Contains("id: ", StringComparison.Ordinal));
        events.Should().Contain(e => e.Contains("data: one\ndata: two", StringComparison.Ordinal));
        body.Should().EndWith("\n\n");
    }

    [Fact]
    public async Task EventStream_OtherObjects_AreTheDataOfEvents() =>
        (await GetAsync("text/event-stream", "{ schema: { type: array, items: { type: object } }, example: [{ a: 1 }, { a: 3 }] }")).Body.Should()
            .Be("data: {\"a\":1}\n\ndata: {\"a\":3}\n\n");

    [Theory]
    [InlineData("application/jsonl", "{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("application/x-ndjson", "{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("application/json-seq", "\u001e{\"a\":1}\n\u001e{\"a\":2}\n")]
    [InlineData("application/geo+json-seq", "\u001e{\"a\":1}\n\u001e{\"a\":2}\n")]
    public async Task JsonSequences_List_HasAValueALine(string type, string expected) =>
        (await GetAsync(type, "{ example: [{ a: 1 }, { a: 2 }] }")).Body.Should().Be(expected);

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/related; type=\"text/plain\"")]
    [InlineData("multipart/form-data")]
    public async Task Multipart_Object_HasABoundaryThatIsItsOwn(string type)
    {
        var (sent, body, note) = await GetAsync(type, $"{{ schema: {Thing} }}");
        note.Should().BeNull();
        var boundary = Regex.Match(sent, "boundary=\"?([^\";]+)").Groups[1].Value;
        var reader = new MultipartReader(boundary, new MemoryStream(Encoding.UTF8.GetBytes(body)));
        var parts = new List<string>();
        while (await reader.ReadNextSectionAsync() is { } section) parts.Add(await section.ReadAsStringAsync());
        parts.Should().Equal("7", "x, \"y\"", "{\"d\":\"no\"}");
    }

    [Fact]
    public async Task Multipart_GivenAsText_NamesItsBoundary()
    {
        var (type, body, _) = await GetAsync("multipart/mixed", "{ example: \"--abc\\r\\n\\r\\none\\r\\n--abc--\\r\\n\" }");
        (type, body).Should().Be(("multipart/mixed; boundary=\"abc\"", "--abc\r\n\r\none\r\n--abc--\r\n"));
    }

    [Fact]
    public async Task Form_Object_IsUrlencoded() =>
        (await GetAsync("application/x-www-form-urlencoded", "{ example: { a: 1, b: 'x y' } }")).Body.Should().BeOneOf("a=1&b=x%20y", "a=1&b=x+y");

    [Theory]
    [InlineData("image/png", "89504E47")]
    [InlineData("image/jpeg", "FFD8FF")]
    [InlineData("image/gif", "474946383961")]
    [InlineData("image/webp", "52494646")]
    [InlineData("image/bmp", "424D")]
    [InlineData("image/tiff", "49492A00")]
    [InlineData("image/svg+xml", "3C737667")]
    [InlineData("application/pdf", "255044462D")]
    [InlineData("application/zip", "504B0506")]
    [InlineData("application/gzip", "1F8B08")]
    [InlineData("audio/wav", "52494646")]
    public async Task Binary_StringSchema_IsAFileOfTheFormat(string type, string magic)
    {
        await using var mock = await StartAsync(type, "{ schema: { type: string, format: binary } }");
        var answer = await mock.SendAsync("GET", "x", null);
        answer.Content.Headers.ContentType?.ToString().Should().Be(type);
        Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync()).Should().StartWith(magic);
        answer.Headers.Contains("Mock-Nonconforming").Should().BeFalse();
    }

    [Fact]
    public async Task Binary_Base64IsDescribed_IsBase64() =>
        Convert.FromBase64String((await GetAsync("image/png", "{ schema: { type: string, contentEncoding: base64 } }")).Body).Should()
            .StartWith([0x89, (byte)'P', (byte)'N', (byte)'G']);

    [Theory]
    [InlineData("application/octet-stream", "{ schema: {} }", null)]
    [InlineData("application/octet-stream", "{}", null)]
    [InlineData("application/octet-stream", "{ schema: { type: object } }", "stopgap")]
    [InlineData("image/png", "{ schema: { type: object } }", "stopgap")]
    [InlineData("image/avif", "{ schema: { type: string, format: binary } }", "stopgap")]
    [InlineData("application/cbor", "{ schema: { type: object } }", "does not know the syntax of application/cbor")]
    [InlineData("text/calendar", "{ schema: { type: array, items: {} } }", "does not know the syntax of text/calendar")]
    [InlineData("text/plain", "{}", null)]
    [InlineData("text/csv", "{ schema: true }", null)]
    [InlineData("application/x-www-form-urlencoded", "{ schema: { type: integer } }", "named fields")]
    public async Task AnyType_WhatCannotBeWritten_IsSaid(string type, string content, string? note)
    {
        var (_, body, said) = await GetAsync(type, content);
        if (note is null) said.Should().BeNull();
        else said.Should().Contain(note);
        if (note is null) body.Should().NotBe("{}").And.NotBeEmpty();
    }
}
